package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which the driver unpacks into a folder and loads from there. One before 3.51.3 can
 * damage a database when a write-ahead log is reset.
 */
final class SqliteLibrary {

  private static final int[] OLDEST_SAFE = {3, 51, 3};
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  private SqliteLibrary() {}

  /**
   * Loads it, once.
   *
   * @throws UnavailableException DATABASE_UNUSABLE if it cannot be unpacked or loaded
   */
  static void require(String description) {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNUSABLE,
          description
              + " cannot be opened: SQLite's native library could not be unpacked into "
              + folder()
              + " and loaded from there; give Java a folder that allows both,"
              + " -Dorg.sqlite.tmpdir=FOLDER (for the launcher in STATELINE_JAVA_OPTS)",
          e);
    }
  }

  /** As the driver chooses it. */
  private static String folder() {
    return System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
  }

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the class path brings an older one
   */
  static void requireSafe(Connection connection, String description) throws SQLException {
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
