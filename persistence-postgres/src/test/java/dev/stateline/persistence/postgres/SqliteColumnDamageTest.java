package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.persistence.sqlite.SqlitePersistenceProvider;
import dev.stateline.testkit.sample.SampleDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** As a stranger with the sqlite3 shell changes a file: foreign keys are not enforced. */
class SqliteColumnDamageTest extends ColumnDamage {

  @TempDir Path folder;

  @BeforeEach
  @Override
  void what_was_written_is_known() {
    try (Persistence persistence = open(original(), AccessMode.READ_WRITE)) {
      SampleDatabase.in(persistence);
    }
    super.what_was_written_is_known();
  }

  private Path original() {
    return folder.resolve("original.db");
  }

  private static Persistence open(Path file, AccessMode mode) {
    return new SqlitePersistenceProvider()
        .open(PersistenceSettings.of(Map.of("path", file.toString()), mode));
  }

  @Override
  Persistence damagedBy(String sql) {
    Path file = folder.resolve("damaged.db");
    try {
      Files.copy(original(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return open(file, AccessMode.READ_ONLY);
  }

  @Override
  void close(Persistence persistence) {
    persistence.close();
  }

  @Override
  List<Column> columns(String table) {
    String question = "SELECT name, type, \"notnull\" + pk FROM pragma_table_info('" + table + "')";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + original());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      List<Column> columns = new ArrayList<>();
      while (rows.next()) {
        columns.add(new Column(table, rows.getString(1), rows.getString(2), rows.getInt(3) == 0));
      }
      return columns;
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  @Override
  List<String> others(Column column) {
    String name = column.name();
    List<String> values =
        new ArrayList<>(
            switch (column.type()) {
              case "INTEGER" ->
                  List.of(
                      "coalesce(" + name + ", 0) + 100",
                      "coalesce(" + name + ", 0) + 4294967296",
                      "-1");
              case "TEXT" -> List.of("coalesce(" + name + ", '') || 'x'", "''", "char(0)");
              case "BLOB" ->
                  List.of(
                      "CAST(x'7f' || substr(coalesce(" + name + ", x'00'), 2) AS BLOB)",
                      "x''",
                      "x'00'");
              default -> throw new IllegalStateException(column + " has type " + column.type());
            });
    return values;
  }
}
