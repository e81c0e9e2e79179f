package dev.stateline.persistence.sql.internal.commit;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link StatePersistencePort} on SQL. */
public final class SqlStates implements StatePersistencePort {

  private final SqlWork work;
  private final Appends appends;
  private final TurnReader turns;
  private final int writesAtOnce;

  /**
   * @param writesAtOnce how many connections there are to write on, at least 1
   */
  public SqlStates(SqlWork work, TurnWriter writer, TurnReader reader, int writesAtOnce) {
    this.work = work;
    this.appends = new Appends(work, writer);
    this.turns = reader;
    this.writesAtOnce = writesAtOnce;
  }

  @Override
  public Head head(SimulationId id) {
    return work.ask(
        Place.of("heads", id),
        session -> SimulationRows.required(session, id).toSimulation().head());
  }

  @Override
  public void prepare(TurnCommit commit) {
    appends.prepare(commit);
  }

  @Override
  public Committed append(TurnCommit commit) {
    return appends.append(commit);
  }

  @Override
  public List<AppendResult> appendAll(List<TurnCommit> commits) {
    return appends.appendAll(commits);
  }

  @Override
  public int writesAtOnce() {
    return writesAtOnce;
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return turns.stateAt(id, turn);
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return turns.transitionAt(id, turn);
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return turns.history(id, range);
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    return turns.turns(id, range);
  }
}
