package dev.stateline.persistence.sql.internal.commit;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRows;
import dev.stateline.persistence.sql.internal.commit.PreparedCommits.Prepared;
import dev.stateline.persistence.sql.internal.commit.WholeCommitMapper.WholeCommit;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.SqlSession;

/**
 * Writing turns: one in a transaction of its own, or several in one. A turn is two statements: the
 * head moves on the condition that it is the expected one, and the row comes after it. Thread-safe.
 */
final class Appends {

  private static final String TABLE = "turns";

  private final SqlWork work;
  private final TurnWriter turns;
  private final PreparedCommits prepared;

  /** Provenances that are known to be stored: they are never deleted. */
  private final Set<Sha256> provenances = ConcurrentHashMap.newKeySet();

  Appends(SqlWork work, TurnWriter turns) {
    this.work = work;
    this.turns = turns;
    this.prepared = new PreparedCommits(turns);
  }

  /** As {@link dev.stateline.domain.port.StatePersistencePort#prepare}. */
  void prepare(TurnCommit commit) {
    prepared.ahead(commit);
  }

  Committed append(TurnCommit commit) {
    Prepared prepared = this.prepared.of(commit);
    Committed committed =
        work.writeOnce(
            place(prepared),
            session -> send(session, List.of(prepared)).map(sent -> prepared.committed()),
            session -> add(session, prepared),
            session -> landed(session, prepared));
    settled(prepared);
    return committed;
  }

  private static Place place(Prepared prepared) {
    return Place.of(TABLE, prepared.commit().simulation(), prepared.state().turn());
  }

  private Committed add(SqlSession session, Prepared prepared) {
    insertProvenances(session, List.of(prepared));
    write(session, prepared);
    return prepared.committed();
  }

  private static Optional<Committed> landed(SqlSession session, Prepared prepared) {
    return hasLanded(session, prepared) ? Optional.of(prepared.committed()) : Optional.empty();
  }

  private void settled(Prepared written) {
    provenances.add(written.row().provenanceHash());
    turns.passed(written.commit().expectedHead());
  }

  /**
   * Whether the turn of a lost transaction is there. Only while the writer's epoch is in force: a
   * writer that took over may have put the same turn there, which then is not this writer's.
   */
  private static boolean hasLanded(SqlSession session, Prepared prepared) {
    TurnCommit commit = prepared.commit();
    session.getMapper(HeadMapper.class).lock(commit.simulation().value());
    SimulationRow row = SimulationRows.required(session, commit.simulation());
    SimulationRows.requireInForce(row, commit.epoch());
    StateRef ref = prepared.state().ref();
    return TurnReader.refAt(session, ref.segment(), ref.turn()).equals(Optional.of(ref));
  }

  /**
   * In one transaction: a lost connection has lost all of them or none. Where a text has written
   * some and refused others, those are asked for their reasons one by one: what comes of it is
   * theirs alone.
   */
  List<AppendResult> appendAll(List<TurnCommit> commits) {
    List<Prepared> prepared = commits.stream().map(this.prepared::of).toList();
    // Rows are locked in one order everywhere, so that no two transactions wait for each other.
    List<Prepared> ordered =
        prepared.stream().sorted(Comparator.comparing(Prepared::simulation)).toList();
    Map<Prepared, AppendResult> results = new IdentityHashMap<>(written(ordered));
    ordered.forEach(one -> results.computeIfAbsent(one, this::again));
    ordered.stream().filter(one -> results.get(one).committed().isPresent()).forEach(this::settled);
    return prepared.stream().map(results::get).toList();
  }

  private AppendResult again(Prepared refused) {
    try {
      return AppendResult.written(
          work.writeOnce(
              place(refused),
              session -> add(session, refused),
              session -> landed(session, refused)));
    } catch (StatelineException e) {
      return AppendResult.refused(e);
    }
  }

  /** The results; those are missing that were refused without a word why. */
  private Map<Prepared, AppendResult> written(List<Prepared> ordered) {
    return work.writeOnce(
        Place.inAll(TABLE),
        session -> send(session, ordered),
        session -> writeAll(session, ordered),
        session -> landed(session, ordered));
  }

  /** As one text, if all provenances are there; empty if nothing was written. */
  private Optional<Map<Prepared, AppendResult>> send(SqlSession session, List<Prepared> ordered) {
    if (!ordered.stream().allMatch(one -> provenances.contains(one.row().provenanceHash()))) {
      return Optional.empty();
    }
    WholeCommitMapper mapper = session.getMapper(WholeCommitMapper.class);
    List<WholeCommit> commits = ordered.stream().map(Prepared::whole).toList();
    boolean isPlain = commits.size() == 1 && commits.get(0).checkpoint() == null;
    List<WholeCommitMapper.Result> results =
        isPlain ? List.of(mapper.add(commits.get(0))) : mapper.addAll(commits);
    Map<Prepared, AppendResult> written = new IdentityHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).added() > 0) {
        written.put(ordered.get(i), AppendResult.written(ordered.get(i).committed()));
      }
    }
    return written.isEmpty() ? Optional.empty() : Optional.of(written);
  }

  private Map<Prepared, AppendResult> writeAll(SqlSession session, List<Prepared> ordered)
      throws SQLException {
    Map<Prepared, AppendResult> results = new IdentityHashMap<>();
    insertProvenances(session, ordered);
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
    Map<Prepared, AppendResult> known = new IdentityHashMap<>();
    List<Prepared> absent = new ArrayList<>();
    boolean landed = false;
    for (Prepared prepared : ordered) {
      try {
        if (hasLanded(session, prepared)) {
          known.put(prepared, AppendResult.written(prepared.committed()));
          landed = true;
        } else {
          absent.add(prepared);
        }
      } catch (StatelineException e) {
        known.put(prepared, AppendResult.refused(e));
      }
    }
    if (!landed && known.isEmpty()) {
      return Optional.empty();
    }
    known.putAll(writeAll(session, absent));
    return Optional.of(known);
  }

  /** In one order everywhere, too: who inserts the same one waits. */
  private void insertProvenances(SqlSession session, List<Prepared> all) {
    all.stream()
        .map(prepared -> prepared.state().provenance())
        .filter(provenance -> !provenances.contains(provenance.hash()))
        .sorted(Comparator.comparing(provenance -> provenance.hash().hex()))
        .forEach(provenance -> turns.insert(session, provenance));
  }

  private void write(SqlSession session, Prepared prepared) {
    advance(session, prepared);
    turns.insert(session, prepared.row());
    prepared.commit().checkpoint().ifPresent(c -> CheckpointRows.insert(session, c));
  }

  private static void advance(SqlSession session, Prepared prepared) {
    TurnCommit commit = prepared.commit();
    if (session.getMapper(HeadMapper.class).advance(prepared.step()) == 0) {
      throw refusal(SimulationRows.required(session, commit.simulation()), commit);
    }
  }

  private static StatelineException refusal(SimulationRow row, TurnCommit commit) {
    if (!row.isWrittenBy(commit.epoch())) {
      return SimulationRows.fenced(row);
    }
    StateRef expected = commit.expectedHead();
    boolean isHead =
        expected.turn().value() == row.headTurn()
            && expected.segment().value().equals(row.stateSegmentId())
            && expected.chainHash().value().equals(row.chainHash());
    int turn = commit.state().turn().value();
    return isHead
        ? new InvalidInputException(
            "the segment of turn "
                + turn
                + " does not follow from the head; this is a defect of the program that made the"
                + " commit")
        : ConflictException.headMoved(row.name(), turn, row.headTurn());
  }
}
