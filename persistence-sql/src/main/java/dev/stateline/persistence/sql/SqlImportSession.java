package dev.stateline.persistence.sql;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** An import on SQL, which goes on from where the import's row says that it stands. */
final class SqlImportSession implements ImportSession {

  private final SqlWork work;
  private final SqlStates states;
  private final ImportedSimulation wanted;
  private final WriterSession right;

  SqlImportSession(SqlWork work, SqlStates states, ImportedSimulation wanted, WriterSession right) {
    this.work = work;
    this.states = states;
    this.wanted = wanted;
    this.right = right;
  }

  @Override
  public Head head() {
    return work.read(
        place(),
        session -> {
          SimulationRow row =
              session.getMapper(SimulationMapper.class).findAny(wanted.id().value());
          if (row == null) {
            throw discarded();
          }
          return row.toSimulation().head();
        });
  }

  @Override
  public void add(List<Turn> turns) {
    // Compressing takes longer than the inserts, so it is done before the connection is held.
    List<EncodedTurn> encoded = turns.stream().map(t -> EncodedTurn.of(t, states)).toList();
    work.write(
        place(),
        session -> {
          Head head = requireRight(session).toSimulation().head();
          wanted.requireNext(head, turns);
          SegmentId segment = head.segment();
          for (EncodedTurn encodedTurn : encoded) {
            segment = step(session, segment, encodedTurn.turn().state().segment());
            encodedTurn.insert(session, states);
          }
          return turns.isEmpty() ? 0 : moveHead(session, turns.get(turns.size() - 1).state());
        });
  }

  /** Inserts the segments of the lineage between two, the latter included. */
  private SegmentId step(SqlSession session, SegmentId from, SegmentId to) {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    boolean behind = true;
    for (Segment segment : wanted.lineage().segments()) {
      if (!behind && mapper.countSegment(segment.id().value()) == 0) {
        mapper.insertSegment(SegmentRow.of(segment));
      }
      if (segment.id().equals(to)) {
        break;
      }
      behind &= !segment.id().equals(from);
    }
    return to;
  }

  private int moveHead(SqlSession session, State state) {
    return session
        .getMapper(SimulationMapper.class)
        .moveHead(
            wanted.id().value(), state.segment().value(), state.turn().value(), state.id().value());
  }

  @Override
  public Simulation publish(Stream<Checkpoint> checkpoints) {
    Simulation published =
        work.write(
            place(),
            session -> {
              SimulationMapper mapper = session.getMapper(SimulationMapper.class);
              SimulationRow row = requireRight(session);
              Head head = row.toSimulation().head();
              wanted.requireWhole(head);
              Head last = wanted.simulation().head();
              step(session, head.segment(), last.segment());
              mapper.moveHead(
                  row.id(), last.segment().value(), last.turn().value(), last.state().value());
              for (Iterator<Checkpoint> c = checkpoints.iterator(); c.hasNext(); ) {
                insert(session, c.next());
              }
              mapper.update(row.published(wanted.simulation()));
              return mapper.findAny(row.id()).toSimulation();
            });
    right.close();
    return published;
  }

  private void insert(SqlSession session, Checkpoint checkpoint) {
    if (!SqlStates.isIn(session, wanted.lineage(), checkpoint)) {
      throw new InvalidInputException(
          "checkpoint '" + checkpoint.name() + "' names no state of the simulation's history");
    }
    SqlCheckpoints.insert(session, checkpoint);
  }

  private SimulationRow requireRight(SqlSession session) throws DamagedColumnException {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    SimulationRow found = mapper.findAny(wanted.id().value());
    if (found == null || !found.isImporting()) {
      throw discarded();
    }
    SimulationRow row = SqlImports.lockedImport(mapper, wanted.id());
    SqlWriters.requireInForce(row, right.epoch());
    return row;
  }

  private ConflictException discarded() {
    return new ConflictException(
        ErrorCode.WRITER_FENCED,
        "the import of simulation '"
            + wanted.simulation().name()
            + "' was discarded or published by somebody else");
  }

  private Place place() {
    return Place.of("simulations", wanted.id());
  }

  @Override
  public void close() {
    right.close();
  }
}
