package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Imports in memory. */
final class MemoryImports implements ImportPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemoryImports(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
    return gate.write(
        () -> {
          rows.find(simulation.id())
              .ifPresent(
                  present -> {
                    throw ConflictException.exists(present.name(), present.id());
                  });
          SimulationRow row = rows.findStaged(simulation.id()).orElseGet(() -> staged(simulation));
          requireNoWriter(row);
          return new Session(simulation, row, row.openedBy(writer));
        });
  }

  private static void requireNoWriter(SimulationRow row) {
    row.writer()
        .ifPresent(
            holder -> {
              throw ConflictException.importUnderWay(row.name(), holder);
            });
  }

  private SimulationRow staged(ImportedSimulation wanted) {
    wanted.lineage().segments().forEach(segment -> requireAncestor(wanted, segment));
    SimulationRow row =
        shared(wanted.lineage()).map(at -> goneOn(wanted, at)).orElseGet(() -> begun(wanted));
    rows.stage(row);
    return row;
  }

  private static SimulationRow goneOn(ImportedSimulation wanted, Standing at) {
    wanted.requireShared(at.last().state().ref());
    return new SimulationRow(wanted.simulation(), at.segment(), at.last());
  }

  private void requireAncestor(ImportedSimulation wanted, Segment segment) {
    if (!segment.simulation().equals(wanted.id())) {
      SimulationRow ancestor =
          rows.find(segment.simulation())
              .orElseThrow(() -> wanted.ancestorMissing(segment.simulation()));
      wanted.requireReached(ancestor.describe());
    }
  }

  private record Standing(SegmentRow segment, StoredTurn last) {}

  /** The last turn of a lineage that is here, because another simulation has it too. */
  private Optional<Standing> shared(Lineage lineage) {
    Optional<Standing> found = Optional.empty();
    for (Lineage.Part part : lineage.parts()) {
      Optional<SegmentRow> segment = rows.segment(part.segment());
      if (segment.isEmpty() || !segment.get().holds(part.turns().from())) {
        break;
      }
      found = Optional.of(new Standing(segment.get(), segment.get().upTo(part.turns().to())));
    }
    return found;
  }

  private static SimulationRow begun(ImportedSimulation wanted) {
    SegmentRow root = new SegmentRow(wanted.lineage().segments().get(0), Optional.empty());
    StoredTurn turn = StoredTurn.initial(wanted.initial());
    root.add(turn);
    return new SimulationRow(wanted.simulation(), root, turn);
  }

  @Override
  public List<Simulation> unfinished() {
    return gate.read(() -> rows.staged().stream().map(SimulationRow::describe).toList());
  }

  @Override
  public void discard(SimulationId id) {
    gate.change(
        () -> {
          SimulationRow row =
              rows.findStaged(id).orElseThrow(() -> NotFoundException.unfinishedImport(id));
          requireNoWriter(row);
          rows.unstage(row);
          row.segments().forEach(this::dropUnneeded);
        });
  }

  /** Of the segments that others have too, the turns that only the import brought. */
  private void dropUnneeded(SegmentRow segment) {
    rows.everyone()
        .flatMap(other -> other.stretches(TurnRange.ALL).stream())
        .filter(stretch -> stretch.segment() == segment)
        .map(stretch -> stretch.turns().to())
        .max(Comparator.naturalOrder())
        .ifPresent(segment::dropAfter);
  }

  /** One import under way. */
  private final class Session implements ImportSession {

    private final ImportedSimulation wanted;
    private final SimulationRow row;
    private final WriterEpoch epoch;

    Session(ImportedSimulation wanted, SimulationRow row, WriterEpoch epoch) {
      this.wanted = wanted;
      this.row = row;
      this.epoch = epoch;
    }

    @Override
    public Head head() {
      return gate.read(row::head);
    }

    @Override
    public void add(List<Turn> turns) {
      gate.change(
          () -> {
            requireInForce();
            wanted.requireNext(row.head(), turns);
            turns.forEach(turn -> add(turn));
          });
    }

    private void add(Turn turn) {
      while (!row.head().segment().equals(turn.state().segment())) {
        step();
      }
      row.add(StoredTurn.of(turn));
    }

    /** Puts the head on the lineage's next segment. */
    private void step() {
      List<Segment> segments = wanted.lineage().segments();
      SegmentRow from = row.segment(row.head().segment()).orElseThrow();
      Segment next = segments.get(segments.indexOf(from.segment()) + 1);
      row.moveTo(rows.segment(next.id()).orElseGet(() -> new SegmentRow(next, Optional.of(from))));
    }

    @Override
    public Simulation publish(Stream<Checkpoint> checkpoints) {
      List<Checkpoint> all = checkpoints.toList();
      return gate.write(
          () -> {
            requireInForce();
            wanted.requireWhole(row.head());
            all.forEach(this::requireInHistory);
            while (!row.head().segment().equals(wanted.simulation().head().segment())) {
              step();
            }
            all.forEach(c -> row.checkpoints().put(c.name(), c));
            row.become(wanted.simulation());
            row.closedBy(epoch);
            rows.unstage(row);
            rows.add(row);
            return row.describe();
          });
    }

    private void requireInForce() {
      if (!row.isWriter(epoch)) {
        throw ConflictException.importEnded(row.name());
      }
    }

    private void requireInHistory(Checkpoint checkpoint) {
      if (!row.has(checkpoint.state())) {
        throw new InvalidInputException(
            "checkpoint '" + checkpoint.name() + "' names no state of the simulation's history");
      }
    }

    @Override
    public void close() {
      gate.ifOpen(() -> row.closedBy(epoch));
    }
  }
}
