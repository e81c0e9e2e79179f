package dev.stateline.benchmarks.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database on a server of PostgreSQL. */
public record PostgresDatabase(String host, int port, String user, String password, String name)
    implements Site {

  private static final String ALL_TABLES =
      "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm')"
          + " AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

  static PostgresDatabase at(URI address) {
    String[] who = address.getUserInfo().split(":", 2);
    String password = who.length > 1 ? who[1] : "";
    return new PostgresDatabase(
        address.getHost(), address.getPort(), who[0], password, address.getPath().substring(1));
  }

  @Override
  public URI address() {
    String who = password.isEmpty() ? user : user + ":" + password;
    try {
      return new URI("postgresql", who, host, port, "/" + name, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String type() {
    return "postgres";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("host", host, "port", Integer.toString(port), "database", name, "username", user);
  }

  public String url() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + name;
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user, password);
  }

  /** All tables with their indexes and what is stored out of line, after a vacuum. */
  @Override
  public long bytes() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
      return number(statement, ALL_TABLES);
    }
  }

  /** How much the server has written to its write-ahead log in all its life. */
  public long walPosition() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return number(statement, "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
    }
  }

  private static long number(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
