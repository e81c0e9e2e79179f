package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.benchmarks.workload.WorldState;
import java.sql.Connection;
import java.sql.SQLException;
import org.javers.core.Javers;
import org.javers.core.metamodel.annotation.Id;

/** The commits of one object. */
final class JaversHistory<S> implements History<S> {

  private final Javers javers;
  private final Connection connection;
  private final String name;

  JaversHistory(Javers javers, Connection connection, String name) {
    this.javers = javers;
    this.connection = connection;
    this.name = name;
  }

  /** What is committed. JaVers wants to know the classes of fields. */
  record Kept(@Id String name, WorldState state, String actions, String outcomes) {}

  @Override
  public void append(WorkTurn<S> turn) throws SQLException {
    WorldState state = (WorldState) turn.state();
    javers.commit(
        "engine", new Kept(name, state, StateText.actions(turn), StateText.outcomes(turn)));
    connection.commit();
  }

  @Override
  public int read(int turn, Check check) {
    throw new UnsupportedOperationException("it gives no records back");
  }

  @Override
  public String text(int turn) {
    throw new UnsupportedOperationException("it gives no records back");
  }

  @Override
  public long scan(Check check) {
    throw new UnsupportedOperationException("it gives no records back");
  }

  @Override
  public void fork(int turn, String fork) {
    throw new UnsupportedOperationException("it knows no branches");
  }

  @Override
  public void close() {
    // The connection is the repository's.
  }
}
