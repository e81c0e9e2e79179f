package dev.stateline.benchmarks.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.stateline.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/** Axon's event storage over JDBC: each turn is an event of one aggregate, written as JSON. */
final class AxonContender implements Contender {

  @Override
  public String name() {
    return "axon";
  }

  @Override
  public Set<Check> checks() {
    return Set.of(Check.SHA256);
  }

  @Override
  public boolean forks() {
    return false;
  }

  @Override
  public Store open(Site site) throws SQLException {
    PostgresDatabase database = (PostgresDatabase) site;
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    JdbcEventStorageEngine many = engine(pool, 100);
    if (!hasTables(pool)) {
      many.createSchema(PostgresEventTableFactory.INSTANCE);
    }
    return new OpenEngine(pool, engine(pool, 1), many);
  }

  private static boolean hasTables(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT to_regclass('domainevententry') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static JdbcEventStorageEngine engine(HikariDataSource pool, int eventsAtATime) {
    return JdbcEventStorageEngine.builder()
        .connectionProvider(pool::getConnection)
        .transactionManager(NoTransactionManager.instance())
        .eventSerializer(AxonHistory.SERIALIZER)
        .snapshotSerializer(AxonHistory.SERIALIZER)
        .batchSize(eventsAtATime)
        .build();
  }

  private record OpenEngine(
      HikariDataSource pool, JdbcEventStorageEngine single, JdbcEventStorageEngine many)
      implements Store {

    @Override
    public <S> History<S> open(String name, Workload<S> workload) {
      return new AxonHistory<>(single, many, name);
    }

    @Override
    public void close() {
      pool.close();
    }
  }
}
