package dev.stateline.persistence.sql;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Writing turns: one in a transaction of its own, or several in one. */
final class SqlAppends {

  private static final String TABLE = "states";

  private final SqlWork work;
  private final SqlStates states;

  SqlAppends(SqlWork work, SqlStates states) {
    this.work = work;
    this.states = states;
  }

  Committed append(TurnCommit commit) {
    Prepared prepared = prepare(commit);
    State state = commit.state();
    return work.writeOnce(
        Place.of(TABLE, state.simulation(), state.turn()),
        session -> {
          write(session, prepared);
          return prepared.committed();
        },
        session -> {
          session.getMapper(SimulationMapper.class).lock(state.simulation().value());
          SimulationRow row = SqlStates.simulation(session, state.simulation());
          return row.headStateId().equals(state.id().value())
              ? Optional.of(prepared.committed())
              : Optional.empty();
        });
  }

  /** In one transaction: a lost connection has lost all of them or none. */
  List<AppendResult> appendAll(List<TurnCommit> commits) {
    List<Prepared> prepared = commits.stream().map(this::prepare).toList();
    // Rows are locked in one order everywhere, so that no two transactions wait for each other.
    List<Prepared> ordered =
        prepared.stream().sorted(Comparator.comparing(Prepared::simulation)).toList();
    Map<Prepared, AppendResult> results =
        work.writeOnce(
            Place.inAll(TABLE),
            session -> writeAll(session, ordered),
            session -> landed(session, ordered));
    return prepared.stream().map(p -> results.get(p)).toList();
  }

  private Map<Prepared, AppendResult> writeAll(SqlSession session, List<Prepared> ordered)
      throws SQLException {
    Map<Prepared, AppendResult> results = new IdentityHashMap<>();
    try (Statement statement = session.getConnection().createStatement()) {
      for (Prepared prepared : ordered) {
        statement.execute("SAVEPOINT one_commit");
        try {
          write(session, prepared);
          results.put(prepared, AppendResult.written(prepared.committed()));
        } catch (StatelineException e) {
          statement.execute("ROLLBACK TO SAVEPOINT one_commit");
          results.put(prepared, AppendResult.refused(e));
        }
        statement.execute("RELEASE SAVEPOINT one_commit");
      }
    }
    return results;
  }

  /**
   * The results if the first transaction landed: what is there of it was written, and what is not
   * was refused, and is refused again for the same reason.
   */
  private Optional<Map<Prepared, AppendResult>> landed(SqlSession session, List<Prepared> ordered)
      throws SQLException {
    Map<Prepared, AppendResult> written = new IdentityHashMap<>();
    List<Prepared> absent = new ArrayList<>();
    for (Prepared prepared : ordered) {
      State state = prepared.commit().state();
      session.getMapper(SimulationMapper.class).lock(state.simulation().value());
      if (session.getMapper(TurnMapper.class).findChainHash(prepared.stateId()) == null) {
        absent.add(prepared);
      } else {
        written.put(prepared, AppendResult.written(prepared.committed()));
      }
    }
    if (written.isEmpty()) {
      return Optional.empty();
    }
    written.putAll(writeAll(session, absent));
    return Optional.of(written);
  }

  /** A commit with its documents encoded. */
  private record Prepared(TurnCommit commit, EncodedTurn turn) {

    UUID stateId() {
      return commit.state().id().value();
    }

    String simulation() {
      return commit.state().simulation().toString();
    }

    Committed committed() {
      State state = commit.state();
      return new Committed(
          new Head(
              state.segment(),
              state.turn(),
              state.id(),
              state.chainHash(),
              state.provenance().hash()),
          turn.storedBytes());
    }
  }

  private Prepared prepare(TurnCommit commit) {
    Turn turn = new Turn(commit.state(), Optional.of(commit.transition()));
    return new Prepared(commit, EncodedTurn.of(turn, states));
  }

  private void write(SqlSession session, Prepared prepared) throws DamagedColumnException {
    TurnCommit commit = prepared.commit();
    advanceHead(session, commit);
    prepared.turn().insert(session, states);
    if (commit.checkpoint().isPresent()) {
      SqlCheckpoints.insert(session, commit.checkpoint().get());
    }
  }

  private static void advanceHead(SqlSession session, TurnCommit commit)
      throws DamagedColumnException {
    State state = commit.state();
    int advanced =
        session
            .getMapper(SimulationMapper.class)
            .advance(
                state.simulation().value(),
                commit.epoch().value(),
                commit.expectedHead().value(),
                state.segment().value(),
                state.turn().value(),
                state.id().value());
    if (advanced == 0) {
      throw refusal(SqlStates.simulation(session, state.simulation()), commit);
    }
    requireChain(session, commit);
  }

  private static StatelineException refusal(SimulationRow row, TurnCommit commit) {
    if (!row.isWrittenBy(commit.epoch())) {
      return SqlWriters.fenced(row);
    }
    if (row.headStateId().equals(commit.expectedHead().value())) {
      return doesNotFollow(commit, "segment or number");
    }
    return new ConflictException(
        ErrorCode.HEAD_MOVED,
        "turn "
            + commit.state().turn()
            + " does not follow the head of simulation '"
            + row.name()
            + "', which is at turn "
            + row.headTurn()
            + "; open the simulation again");
  }

  /** A chain that does not hold must never be stored: it would look like damage for ever. */
  private static void requireChain(SqlSession session, TurnCommit commit)
      throws DamagedColumnException {
    State state = commit.state();
    Sha256 parent =
        session.getMapper(TurnMapper.class).findChainHash(commit.expectedHead().value());
    if (parent == null) {
      throw new DamagedColumnException("simulations.head_state_id", "there is no such state");
    }
    ChainHash expected =
        new ChainHash(parent)
            .next(
                state.turn(),
                state.simulatedTime(),
                state.document().hash(),
                commit.transition().hash());
    if (!expected.equals(state.chainHash())) {
      throw doesNotFollow(commit, "chain hash");
    }
  }

  private static InvalidInputException doesNotFollow(TurnCommit commit, String what) {
    return new InvalidInputException(
        "the "
            + what
            + " of turn "
            + commit.state().turn()
            + " does not follow from the head; this is a defect of the program that made the commit");
  }
}
