package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What a server must be for the promise to hold. */
final class ServerCheck {

  private static final int OLDEST = 13;

  /** What may end a statement, a transaction or a session; not every version has all. */
  static final List<String> LIMITS =
      List.of(
          "statement_timeout",
          "lock_timeout",
          "transaction_timeout",
          "idle_in_transaction_session_timeout",
          "idle_session_timeout");

  private final Connection connection;
  private final String description;

  ServerCheck(Connection connection, String description) {
    this.connection = connection;
    this.description = description;
  }

  void requireVersion() throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw unusable(
          "runs on server version " + version + "; Stateline needs " + OLDEST + " or later");
    }
  }

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the server does not write what it says it
   *     wrote
   */
  void requireDurability() throws SQLException {
    for (String setting : new String[] {"fsync", "full_page_writes"}) {
      if (!show(setting).equals("on")) {
        throw unusable(
            "is on a server with "
                + setting
                + " = off, which may lose committed turns in a crash; turn it on, or set"
                + " connection.unsafe_server to accept");
      }
    }
  }

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if nothing can be written
   */
  void requireWritable() throws SQLException {
    Optional<String> obstacle = readOnly();
    if (obstacle.isPresent()) {
      throw unusable("is read-only: " + obstacle.get());
    }
  }

  /** Why nothing can be written, and what to do; empty if it can. */
  Optional<String> readOnly() throws SQLException {
    if (ask("SELECT pg_is_in_recovery()").equals("t")) {
      return Optional.of("the server is a standby; connect to the primary");
    }
    if (byDefault("default_transaction_read_only").equals("on")) {
      return Optional.of(
          "default_transaction_read_only is on for the role, the database or the server; turn it"
              + " off there, or choose another");
    }
    return Optional.empty();
  }

  /** What a setting is in a new session of the role, whatever this one has set. */
  String byDefault(String setting) throws SQLException {
    return ask("SELECT reset_val FROM pg_settings WHERE name = '" + setting + "'");
  }

  /** A limit in milliseconds, which a new session of the role has; empty for none. */
  Optional<Long> limit(String setting) throws SQLException {
    long millis =
        Long.parseLong(
            ask(
                "SELECT coalesce(max(reset_val), '0') FROM pg_settings WHERE name = '"
                    + setting
                    + "'"));
    return millis == 0 ? Optional.empty() : Optional.of(millis);
  }

  String show(String setting) throws SQLException {
    return ask("SHOW " + setting);
  }

  String ask(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private UnavailableException unusable(String problem) {
    return new UnavailableException(ErrorCode.DATABASE_UNUSABLE, description + " " + problem);
  }
}
