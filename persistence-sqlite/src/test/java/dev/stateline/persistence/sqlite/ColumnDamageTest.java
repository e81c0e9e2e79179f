package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.ColumnDamage;
import dev.stateline.testkit.sample.SampleDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** As a stranger with the sqlite3 shell changes a file: foreign keys are not enforced. */
class ColumnDamageTest extends ColumnDamage {

  @TempDir Path folder;

  @BeforeEach
  @Override
  protected void what_was_written_is_known() throws IOException {
    try (Persistence persistence = SqliteFixture.create(original())) {
      SampleDatabase.in(persistence);
    }
    super.what_was_written_is_known();
  }

  private Path original() {
    return folder.resolve("original.db");
  }

  @Override
  protected Persistence damagedBy(String sql) throws IOException {
    Path file = folder.resolve("damaged.db");
    Files.copy(original(), file, StandardCopyOption.REPLACE_EXISTING);
    new RawFile(file).execute(sql);
    return SqliteFixture.open(file, AccessMode.READ_ONLY);
  }

  @Override
  protected void close(Persistence persistence) {
    persistence.close();
  }

  @Override
  protected List<Column> columns(String table) {
    return new RawFile(original())
            .ask(
                "SELECT name || ' ' || type || ' ' || (\"notnull\" + pk = 0) FROM pragma_table_info('"
                    + table
                    + "')")
            .stream()
            .map(row -> row.split(" "))
            .map(row -> new Column(table, row[0], row[1], row[2].equals("1")))
            .toList();
  }

  @Override
  protected List<String> others(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case "INTEGER" ->
          List.of(
              "coalesce(" + name + ", 0) + 100", "coalesce(" + name + ", 0) + 4294967296", "-1");
      case "TEXT" -> List.of("coalesce(" + name + ", '') || 'x'", "''", "char(0)");
      case "BLOB" ->
          List.of(
              "CAST(x'7f' || substr(coalesce(" + name + ", x'00'), 2) AS BLOB)", "x''", "x'00'");
      default -> throw new IllegalStateException(column + " has type " + column.type());
    };
  }
}
