package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.Workload;
import dev.stateline.benchmarks.workload.WorldState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.repository.sql.DialectName;
import org.javers.repository.sql.SqlRepositoryBuilder;

/**
 * JaVers: each turn is a commit of an object graph, of which it stores the objects that changed. It
 * takes a second and more for a turn, so it is waited for a few turns only; and it does not give
 * records back, so nothing is read.
 */
final class JaversContender implements Contender {

  @Override
  public String name() {
    return "javers";
  }

  @Override
  public boolean takes(Workload<?> workload) {
    return workload.stateType() == WorldState.class && workload.name().matches("W1-80?");
  }

  @Override
  public int patience() {
    return 5;
  }

  @Override
  public Set<Check> checks() {
    return Set.of();
  }

  @Override
  public boolean forks() {
    return false;
  }

  @Override
  public Store open(Site site) throws SQLException {
    Connection connection = site.connect();
    connection.setAutoCommit(false);
    Javers javers =
        JaversBuilder.javers()
            .registerJaversRepository(
                SqlRepositoryBuilder.sqlRepository()
                    .withConnectionProvider(() -> connection)
                    .withDialect(DialectName.POSTGRES)
                    .build())
            .build();
    connection.commit();
    return new OpenRepository(javers, connection);
  }

  private record OpenRepository(Javers javers, Connection connection) implements Store {

    @Override
    public <S> History<S> open(String name, Workload<S> workload) {
      return new JaversHistory<>(javers, connection, name);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
