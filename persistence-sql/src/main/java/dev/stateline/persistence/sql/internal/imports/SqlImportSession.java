package dev.stateline.persistence.sql.internal.imports;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRows;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** An import on SQL, which goes on from where the import's row says that it stands. */
final class SqlImportSession implements ImportSession {

  private final SqlWork work;
  private final TurnWriter writer;
  private final ImportedSimulation wanted;
  private final WriterSession right;

  SqlImportSession(
      SqlWork work, TurnWriter writer, ImportedSimulation wanted, WriterSession right) {
    this.work = work;
    this.writer = writer;
    this.wanted = wanted;
    this.right = right;
  }

  @Override
  public Head head() {
    return work.ask(
        place(),
        session -> {
          SimulationRow row =
              session.getMapper(SimulationMapper.class).findAny(wanted.id().value());
          if (row == null) {
            throw ended();
          }
          return row.toSimulation().head();
        });
  }

  @Override
  public void add(List<Turn> turns) {
    // Compressing takes longer than the inserts, so it is done before the connection is held.
    List<TurnRow> rows = encoded(turns);
    work.write(
        place(),
        session -> {
          Simulation here = requireRight(session).toSimulation();
          wanted.requireNext(here.head(), turns);
          SegmentId segment = here.head().segment();
          for (int i = 0; i < turns.size(); i++) {
            State state = turns.get(i).state();
            insertSegments(session, segment, state.segment());
            segment = state.segment();
            writer.insert(session, state.provenance());
            writer.insert(session, rows.get(i));
          }
          return turns.isEmpty()
              ? 0
              : moveHead(session, here, Head.at(turns.get(turns.size() - 1).state()));
        });
  }

  private List<TurnRow> encoded(List<Turn> turns) {
    List<TurnRow> rows = new ArrayList<>();
    StateRef previous = head().state();
    for (Turn turn : turns) {
      rows.add(writer.encode(turn, Optional.of(previous)));
      writer.passed(previous);
      previous = turn.state().ref();
    }
    return rows;
  }

  /** Inserts the segments of the lineage between two, the latter included. */
  private void insertSegments(SqlSession session, SegmentId from, SegmentId to) {
    SegmentMapper mapper = session.getMapper(SegmentMapper.class);
    boolean behind = true;
    for (Segment segment : wanted.lineage().segments()) {
      if (!behind && mapper.count(segment.id().value()) == 0) {
        mapper.insert(SegmentRow.of(segment));
      }
      if (segment.id().equals(to)) {
        break;
      }
      behind &= !segment.id().equals(from);
    }
  }

  private static int moveHead(SqlSession session, Simulation simulation, Head head) {
    return session
        .getMapper(HeadMapper.class)
        .move(SimulationRow.importing(simulation.but().head(head).build()));
  }

  @Override
  public Simulation publish(Stream<Checkpoint> checkpoints) {
    List<Checkpoint> all = checkpoints.toList();
    Simulation published = work.write(place(), session -> published(session, all));
    right.close();
    return published;
  }

  private Simulation published(SqlSession session, List<Checkpoint> checkpoints)
      throws DamagedColumnException {
    SimulationRow row = requireRight(session);
    Simulation here = row.toSimulation();
    wanted.requireWhole(here.head());
    Head last = wanted.simulation().head();
    insertSegments(session, here.head().segment(), last.segment());
    for (Checkpoint checkpoint : checkpoints) {
      insert(session, checkpoint);
    }
    SimulationRows.update(
        session,
        SimulationRow.of(
            here.but()
                .head(new Head(last.segment(), here.head().state(), here.head().provenanceHash()))
                .status(wanted.simulation().status(), wanted.simulation().statusReason())
                .targetTurn(wanted.simulation().targetTurn())
                .writer(here.epoch(), Optional.empty())
                .build()));
    return SimulationRows.required(session, wanted.id()).toSimulation();
  }

  private void insert(SqlSession session, Checkpoint checkpoint) {
    if (!TurnReader.has(session, wanted.lineage(), checkpoint.state())) {
      throw new InvalidInputException(
          "checkpoint '" + checkpoint.name() + "' names no state of the simulation's history");
    }
    CheckpointRows.insert(session, checkpoint);
  }

  private SimulationRow requireRight(SqlSession session) throws DamagedColumnException {
    SimulationRow found = session.getMapper(SimulationMapper.class).findAny(wanted.id().value());
    if (found == null || !found.isImporting()) {
      throw ended();
    }
    SimulationRow row = ImportRows.locked(session, wanted.id());
    WriterEpoch epoch = right.epoch();
    SimulationRows.requireInForce(row, epoch);
    return row;
  }

  private ConflictException ended() {
    return ConflictException.importEnded(wanted.simulation().name());
  }

  private Place place() {
    return Place.of("simulation_records", wanted.id());
  }

  @Override
  public void close() {
    right.close();
  }
}
