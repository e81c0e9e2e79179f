package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which SQLite may be used: one before 3.51.3 can damage a database when a write-ahead log is
 * reset.
 */
final class SqliteVersion {

  private static final int[] OLDEST_SAFE = {3, 51, 3};
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  private SqliteVersion() {}

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the class path brings an older one
   */
  static void require(Connection connection, String description) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sqlite_version()")) {
      String version = rows.getString(1);
      if (!isSafe(version)) {
        throw new UnavailableException(
            ErrorCode.DATABASE_UNUSABLE,
            description
                + " is not opened by SQLite "
                + version
                + ", which can damage it; put sqlite-jdbc 3.51.3 or later on the class path");
      }
    }
  }

  static boolean isSafe(String version) {
    Matcher m = FORM.matcher(version);
    if (!m.matches()) {
      return false;
    }
    for (int i = 0; i < OLDEST_SAFE.length; i++) {
      int part = Integer.parseInt(m.group(i + 1));
      if (part != OLDEST_SAFE[i]) {
        return part > OLDEST_SAFE[i];
      }
    }
    return true;
  }
}
