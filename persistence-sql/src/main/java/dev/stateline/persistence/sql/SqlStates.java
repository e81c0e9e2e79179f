package dev.stateline.persistence.sql;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** {@link StatePersistencePort} on SQL. */
final class SqlStates implements StatePersistencePort {

  private static final String TABLE = "states";
  private static final int RECORD_PAGE = 256;
  private static final int DOCUMENT_PAGE = 8;

  private final SqlWork work;
  private final PayloadEncoding encoding;
  private final SqlAppends appends;

  SqlStates(SqlWork work, PayloadEncoding encoding) {
    this.work = work;
    this.encoding = encoding;
    this.appends = new SqlAppends(work, this);
  }

  @Override
  public Head head(SimulationId id) {
    return work.read(
        Place.of("simulations", id), session -> simulation(session, id).toSimulation().head());
  }

  @Override
  public Committed append(TurnCommit commit) {
    return appends.append(commit);
  }

  @Override
  public List<AppendResult> appendAll(List<TurnCommit> commits) {
    return appends.appendAll(commits);
  }

  PayloadEncoding.Encoded encode(Document document) {
    return encoding.encode(document);
  }

  /** Inserts a state, and its provenance if that is new. */
  void insert(SqlSession session, State state, PayloadEncoding.Encoded encoded) {
    TurnMapper mapper = session.getMapper(TurnMapper.class);
    mapper.insertState(StateRow.of(state, provenanceId(mapper, state.provenance()), encoded));
  }

  private static long provenanceId(TurnMapper mapper, Provenance provenance) {
    String hash = provenance.hash().hex();
    Long id = mapper.findProvenanceId(hash);
    if (id == null) {
      mapper.insertProvenance(ProvenanceRow.of(provenance));
      id = mapper.findProvenanceId(hash);
    }
    return id;
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return work.read(
        Place.of(TABLE, id, turn),
        session -> {
          StateRow row = stateRow(session, id, turn);
          return row.toState(provenance(session, row));
        });
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return work.read(
        Place.of("state_transitions", id, turn),
        session -> {
          StateRow state = stateRow(session, id, turn);
          if (turn.value() == 0) {
            return Optional.empty();
          }
          return Optional.of(transitionRow(session, state).toTransition());
        });
  }

  private static TransitionRow transitionRow(SqlSession session, StateRow state)
      throws DamagedColumnException {
    TransitionRow row = session.getMapper(TurnMapper.class).findTransitionTo(state.id());
    if (row == null) {
      throw new DamagedColumnException("state_transitions", "the row is missing");
    }
    return row;
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    Lineage lineage =
        work.read(Place.of("segments", id), session -> SqlSimulations.lineage(session, id));
    return PagedTurns.stream(
        lineage.within(range),
        RECORD_PAGE,
        (segment, turns, limit) ->
            work.read(
                Place.of(TABLE, id, turns.from()),
                session -> records(session, segment, turns, limit)));
  }

  private static List<TurnRecord> records(
      SqlSession session, SegmentId segment, TurnRange turns, int limit)
      throws DamagedColumnException {
    List<TurnRecord> records = new ArrayList<>();
    int next = turns.from().value();
    for (TurnRow row :
        session
            .getMapper(TurnMapper.class)
            .findTurns(segment.value(), next, turns.to().value(), limit)) {
      requireTurn(next++, row.turnNumber());
      records.add(row.toRecord());
    }
    requireTurn(turns.to().value() + 1, next);
    return records;
  }

  /** Turns are numbered without a gap: one that is not there was there. */
  private static void requireTurn(int expected, int found) throws DamagedColumnException {
    if (expected != found) {
      throw new DamagedColumnException(
          "states", "the row of turn " + Math.min(expected, found) + " is missing");
    }
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    Lineage lineage =
        work.read(Place.of("segments", id), session -> SqlSimulations.lineage(session, id));
    return PagedTurns.stream(
        lineage.within(range),
        DOCUMENT_PAGE,
        (segment, turns, limit) -> {
          List<Turn> page = new ArrayList<>();
          for (TurnNumber t = turns.from(); !t.isAfter(turns.to()); t = t.next()) {
            TurnNumber turn = t;
            page.add(
                work.read(
                    Place.of(TABLE, id, turn), session -> sealedTurn(session, segment, turn)));
          }
          return page;
        });
  }

  private static Turn sealedTurn(SqlSession session, SegmentId segment, TurnNumber turn)
      throws DamagedColumnException {
    StateRow row = stateRow(session, segment, turn);
    Provenance provenance = provenance(session, row);
    State state = row.toState(provenance);
    row.requireSeal(provenance.hash());
    if (turn.value() == 0) {
      return new Turn(state, Optional.empty());
    }
    TransitionRow transition = transitionRow(session, row);
    Turn read = new Turn(state, Optional.of(transition.toTransition()));
    transition.requireSeal();
    return read;
  }

  static SimulationRow simulation(SqlSession session, SimulationId id) {
    return SqlSimulations.required(session.getMapper(SimulationMapper.class), id);
  }

  static Provenance provenance(SqlSession session, StateRow row) throws DamagedColumnException {
    ProvenanceRow provenance =
        session.getMapper(TurnMapper.class).findProvenance(row.provenanceId());
    if (provenance == null) {
      throw new DamagedColumnException("states.provenance_id", "there is no such provenance");
    }
    return provenance.toProvenance();
  }

  private static StateRow stateRow(SqlSession session, SimulationId id, TurnNumber turn)
      throws DamagedColumnException {
    Lineage lineage = SqlSimulations.lineage(session, id);
    SegmentId segment =
        lineage
            .segmentOf(turn)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        ErrorCode.TURN_OUT_OF_RANGE,
                        "there is no turn " + turn + "; the head is turn " + lineage.headTurn()));
    return stateRow(session, segment, turn);
  }

  private static StateRow stateRow(SqlSession session, SegmentId segment, TurnNumber turn)
      throws DamagedColumnException {
    StateRow row = session.getMapper(TurnMapper.class).findState(segment.value(), turn.value());
    if (row == null) {
      throw new DamagedColumnException("states", "the row is missing");
    }
    return row;
  }

  /** Whether the state is the one that the simulation's history has at that turn. */
  static boolean isInHistory(SqlSession session, Checkpoint checkpoint)
      throws DamagedColumnException {
    return isIn(session, SqlSimulations.lineage(session, checkpoint.simulation()), checkpoint);
  }

  static boolean isIn(SqlSession session, Lineage lineage, Checkpoint checkpoint) {
    TurnMapper mapper = session.getMapper(TurnMapper.class);
    return lineage
        .segmentOf(checkpoint.turn())
        .map(segment -> mapper.findStateId(segment.value(), checkpoint.turn().value()))
        .filter(checkpoint.state().value()::equals)
        .isPresent();
  }
}
