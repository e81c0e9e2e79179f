package dev.stateline.benchmarks.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where it was measured.
 *
 * @param postgres the server's version; empty if none took part
 */
public record Machine(
    int cores, String jdk, String system, String sqlite, String postgres, String plan) {

  /** This machine. */
  public static Machine here(String postgres, String plan) throws SQLException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version").replaceFirst("^([0-9]+\\.[0-9]+).*", "$1")
            + ", "
            + System.getProperty("os.arch"),
        sqliteVersion(),
        postgres,
        plan);
  }

  private static String sqliteVersion() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  String sentence() {
    return cores
        + " cores, "
        + jdk
        + ", "
        + system
        + ", SQLite "
        + sqlite
        + (postgres.isEmpty() ? "" : ", PostgreSQL " + postgres)
        + "; "
        + plan
        + ".";
  }
}
