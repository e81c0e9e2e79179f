package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.ColumnDamage;
import dev.stateline.testkit.sample.SampleDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** As a superuser changes tables: triggers, and with them foreign keys, are out of force. */
class ColumnDamageTest extends ColumnDamage {

  private static final String UNCHECKED = "SET session_replication_role = replica; ";
  private static final List<String> TABLES =
      List.of(
          "simulation_records", "segments", "provenances", "turns", "heads", "checkpoint_records");

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();
  private Persistence persistence;

  @BeforeEach
  @Override
  protected void what_was_written_is_known() throws IOException {
    persistence = PostgresFixture.open(database);
    SampleDatabase.in(persistence);
    StringBuilder keep = new StringBuilder("CREATE SCHEMA kept");
    TABLES.forEach(t -> keep.append("; CREATE TABLE kept." + t + " AS SELECT * FROM public." + t));
    TestServer.get().execute(database, keep.toString());
    super.what_was_written_is_known();
  }

  @AfterEach
  void drop() {
    persistence.close();
    TestServer.get().drop(database);
  }

  @Override
  protected Persistence damagedBy(String sql) {
    StringBuilder restore = new StringBuilder(UNCHECKED);
    restore.append("TRUNCATE ").append(String.join(", ", TABLES));
    TABLES.forEach(
        t ->
            restore.append(
                "; INSERT INTO " + t + " OVERRIDING SYSTEM VALUE SELECT * FROM kept." + t));
    TestServer.get().execute(database, restore + "; " + sql);
    return persistence;
  }

  /** It stays open: nothing is remembered from one case to the next. */
  @Override
  protected void close(Persistence open) {}

  @Override
  protected List<Column> columns(String table) {
    List<Column> columns = new ArrayList<>();
    for (List<String> row :
        TestServer.get()
            .rows(
                database,
                "SELECT attname, format_type(atttypid, NULL), NOT attnotnull FROM pg_attribute"
                    + " WHERE attrelid = 'public."
                    + table
                    + "'::regclass AND attnum > 0 ORDER BY attnum")) {
      columns.add(new Column(table, row.get(0), row.get(1), row.get(2).equals("t")));
    }
    return columns;
  }

  @Override
  protected List<String> others(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case "smallint", "integer", "bigint" -> List.of("coalesce(" + name + ", 0) + 100", "-1");
      case "text", "character varying" -> List.of("coalesce(" + name + ", '') || 'x'", "''");
      case "bytea" ->
          List.of(
              "overlay(coalesce(" + name + ", '\\x00') placing '\\x7f' from 1)", "'\\x'::bytea");
      case "uuid" -> List.of("'7f000000-0000-7000-8000-000000000000'");
      case "timestamp with time zone" -> List.of("now()");
      case "jsonb" -> List.of("'{\"x\": 1}'");
      default -> throw new IllegalStateException(column + " has type " + column.type());
    };
  }
}
