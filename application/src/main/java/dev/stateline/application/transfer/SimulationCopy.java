package dev.stateline.application.transfer;

import dev.stateline.application.control.StopSignal;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The copying of one simulation, as it is in the source at the beginning. */
final class SimulationCopy {

  private static final int BATCH_TURNS = 64;
  private static final long BATCH_BYTES = 4_000_000;
  private static final int CHECKPOINT_PAGE = 256;

  private final Persistence source;
  private final ImportPort imports;
  private final Simulation simulation;
  private final ImportedSimulation imported;
  private final TransferListener listener;
  private final StopSignal stop;

  SimulationCopy(
      Persistence source,
      ImportPort imports,
      Simulation simulation,
      TransferListener listener,
      StopSignal stop) {
    this.source = source;
    this.imports = imports;
    this.simulation = simulation;
    this.listener = listener;
    this.stop = stop;
    requireSoundRows();
    Lineage lineage = source.simulations().lineage(simulation.id());
    this.imported =
        new ImportedSimulation(
            atRest(simulation, lineage),
            // It may have been run on since it was found.
            new Lineage(lineage.segments(), simulation.head().turn()),
            initial());
  }

  private State initial() {
    TurnRange beginning = new TurnRange(TurnNumber.ZERO, TurnNumber.ZERO);
    try (Stream<Turn> turns = source.states().turns(simulation.id(), beginning)) {
      return turns.findFirst().orElseThrow().state();
    }
  }

  /** The rows beside the turns, which reading them does not check. */
  private void requireSoundRows() {
    List<Defect> defects = source.audit().bookkeeping(simulation.id());
    if (!defects.isEmpty()) {
      Defect first = defects.get(0);
      throw new CorruptDataException(
          "simulation '" + simulation.name() + "'", first.column(), first.problem());
    }
  }

  /**
   * Copies what is not there yet, and publishes it.
   *
   * @return how many turns were copied; empty if it was asked to stop
   */
  Optional<Integer> run(WriterIdentity writer) {
    try (ImportSession session = open(writer)) {
      TurnNumber there = session.head().turn();
      listener.began(simulation, there);
      if (!copyTurns(session, there)) {
        return Optional.empty();
      }
      session.publish(checkpoints());
      return Optional.of(simulation.head().turn().value() - there.value());
    }
  }

  /** Goes on with what is there if the source still has it so; else begins anew. */
  private ImportSession open(WriterIdentity writer) {
    ImportSession session = imports.open(imported, writer);
    Head head = session.head();
    if (isOfSource(head)) {
      return session;
    }
    session.close();
    imports.discard(simulation.id());
    return imports.open(imported, writer);
  }

  private boolean isOfSource(Head head) {
    if (head.turn().isAfter(simulation.head().turn())) {
      return false;
    }
    State state = source.states().stateAt(simulation.id(), head.turn());
    return state.ref().equals(head.state());
  }

  private boolean copyTurns(ImportSession session, TurnNumber there) {
    TurnNumber last = simulation.head().turn();
    if (there.equals(last)) {
      return true;
    }
    try (Stream<Turn> turns =
        source.states().turns(simulation.id(), new TurnRange(there.next(), last))) {
      Batch batch = new Batch(session);
      for (Turn turn : (Iterable<Turn>) turns::iterator) {
        batch.add(turn);
        if (batch.isFull()) {
          batch.write();
          if (stop.isRequested()) {
            return false;
          }
        }
      }
      batch.write();
      return true;
    }
  }

  private final class Batch {

    private final ImportSession session;
    private final List<Turn> turns = new ArrayList<>();
    private long bytes;

    Batch(ImportSession session) {
      this.session = session;
    }

    void add(Turn turn) {
      turns.add(turn);
      bytes += turn.documentBytes();
    }

    boolean isFull() {
      return turns.size() >= BATCH_TURNS || bytes >= BATCH_BYTES;
    }

    void write() {
      if (!turns.isEmpty()) {
        session.add(turns);
        listener.copied(simulation, turns.get(turns.size() - 1).state().turn());
        turns.clear();
        bytes = 0;
      }
    }
  }

  /** The checkpoints of the turns that are copied; later ones may have been added meanwhile. */
  private Stream<Checkpoint> checkpoints() {
    return Stream.iterate(
            page(Optional.empty()),
            page -> !page.isEmpty(),
            page -> page(Optional.of(page.get(page.size() - 1))))
        .flatMap(List::stream)
        .filter(c -> !c.turn().isAfter(simulation.head().turn()));
  }

  private List<Checkpoint> page(Optional<Checkpoint> after) {
    return source.checkpoints().list(simulation.id(), after, CHECKPOINT_PAGE);
  }

  /** The copy of one that runs does not run. */
  private static Simulation atRest(Simulation found, Lineage lineage) {
    Simulation.Builder copy = found.but().seed(lineage.seedAt(found.head().turn().next()));
    if (found.status() == SimulationStatus.RUNNING) {
      copy.status(
          SimulationStatus.PAUSED,
          Optional.of("transferred at turn " + found.head().turn() + " while it was running"));
    }
    return copy.build();
  }
}
