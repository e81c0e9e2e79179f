package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a server must be for the promise to hold. */
final class ServerCheck {

  private static final int OLDEST = 13;

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

  String show(String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private UnavailableException unusable(String problem) {
    return new UnavailableException(ErrorCode.DATABASE_UNUSABLE, description + " " + problem);
  }
}
