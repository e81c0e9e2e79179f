package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Looks at what the promise of durability rests on. */
final class SqliteDiagnosis implements Supplier<List<Finding>> {

  private final Path file;
  private final DataSource source;
  private final String description;

  SqliteDiagnosis(Path file, DataSource source, String description) {
    this.file = file;
    this.source = source;
    this.description = description;
  }

  @Override
  public List<Finding> get() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      return List.of(
          Finding.ok("database", file.toString()),
          Finding.ok("sqlite version", ask(statement, "SELECT sqlite_version()")),
          expected("journal mode", "wal", ask(statement, "PRAGMA journal_mode")));
    } catch (SQLException e) {
      throw SqliteDialect.meaning(e, description);
    }
  }

  private static Finding expected(String subject, String wanted, String found) {
    return wanted.equals(found)
        ? Finding.ok(subject, found)
        : Finding.problem(subject, "expected '" + wanted + "', found '" + found + "'");
  }

  private static String ask(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "nothing";
    }
  }
}
