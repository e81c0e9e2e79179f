package dev.stateline.benchmarks.store;

import dev.stateline.benchmarks.workload.Workload;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * The twenty lines of SQL that most programs begin with: the whole state as JSON in one table, the
 * transition in another, in one transaction. A history has connections of its own, and their
 * statements stay prepared.
 *
 * @param json the type of the columns that hold JSON
 * @param setUp statements after the tables were made
 */
record NaiveContender(String name, String json, List<String> setUp) implements Contender {

  static NaiveContender sqlite() {
    return new NaiveContender(Contenders.BASELINE, "TEXT", List.of());
  }

  /** As PostgreSQL stores it by default, compressed by its own method. */
  static NaiveContender postgres() {
    return new NaiveContender(Contenders.BASELINE, "JSONB", List.of());
  }

  /** Compressed by LZ4. */
  static NaiveContender postgresLz4() {
    return new NaiveContender(
        "naive-lz4",
        "JSONB",
        List.of(
            "ALTER TABLE states ALTER COLUMN state SET COMPRESSION lz4",
            "ALTER TABLE transitions ALTER COLUMN actions SET COMPRESSION lz4",
            "ALTER TABLE transitions ALTER COLUMN outcomes SET COMPRESSION lz4"));
  }

  @Override
  public Set<Check> checks() {
    return Set.of(Check.NONE, Check.SHA256);
  }

  @Override
  public boolean forks() {
    return true;
  }

  @Override
  public Store open(Site site) throws SQLException {
    try (Connection connection = site.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS states (simulation TEXT, turn INTEGER, state "
              + json
              + " NOT NULL, PRIMARY KEY (simulation, turn))");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS transitions (simulation TEXT, turn INTEGER, actions "
              + json
              + " NOT NULL, outcomes "
              + json
              + " NOT NULL, PRIMARY KEY (simulation, turn))");
      for (String each : setUp) {
        statement.execute(each);
      }
    }
    return new OpenTables(site, json.equals("JSONB") ? "?::jsonb" : "?");
  }

  private record OpenTables(Site site, String placeholder) implements Store {

    @Override
    public <S> History<S> open(String name, Workload<S> workload) throws SQLException {
      return new NaiveHistory<>(site.connect(), site.connect(), placeholder, name);
    }

    @Override
    public void close() {
      // Each history closes its connections.
    }
  }
}
