package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself, which the driver unpacks into a folder and loads from there. */
final class SqliteLibrary {

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
}
