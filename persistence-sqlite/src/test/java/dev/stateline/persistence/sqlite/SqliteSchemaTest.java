package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What a new database file looks like, and how it comes about. */
class SqliteSchemaTest {

  @TempDir Path folder;

  /**
   * Databases in the field carry these checksums: a change set that was released is never edited. A
   * new one is added here when it is written.
   */
  @Test
  void released_change_sets_stay_as_they_were() {
    Path file = newDatabase();
    assertThat(
            new RawFile(file)
                .ask("SELECT id || ' ' || md5sum FROM databasechangelog ORDER BY orderexecuted"))
        .containsExactly(
            "0001-baseline 9:14426b03afef16d602946894f2b43262",
            "0002-views 9:6839e15e3287100f3d94b19dd30b69ed");
  }

  @Test
  void a_new_file_gives_freed_space_back_and_logs_ahead() {
    RawFile raw = new RawFile(newDatabase());
    assertThat(raw.ask("PRAGMA auto_vacuum")).containsExactly("2");
    assertThat(raw.ask("PRAGMA journal_mode")).containsExactly("wal");
  }

  @Test
  void the_writer_syncs_every_commit_and_enforces_references() throws SQLException {
    SQLiteDataSource writer = SqliteConnections.writer(newDatabase());
    assertThat(pragma(writer, "synchronous")).isEqualTo("2");
    assertThat(pragma(writer, "foreign_keys")).isEqualTo("1");
    assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
  }

  @Test
  void only_a_safe_sqlite_is_used() {
    assertThat(SqliteLibrary.isSafe("3.51.3")).isTrue();
    assertThat(SqliteLibrary.isSafe("3.54.1")).isTrue();
    assertThat(SqliteLibrary.isSafe("4.0.0")).isTrue();
    assertThat(SqliteLibrary.isSafe("3.51.2")).isFalse();
    assertThat(SqliteLibrary.isSafe("3.9.99")).isFalse();
    assertThat(SqliteLibrary.isSafe("unknown")).isFalse();
  }

  @Test
  void readers_cannot_write() throws SQLException {
    SQLiteDataSource readers = SqliteConnections.readers(newDatabase());
    try (Connection connection = readers.getConnection();
        Statement statement = connection.createStatement()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("DELETE FROM simulation_records"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void every_table_checks_the_types_of_its_values() {
    assertThat(
            new RawFile(newDatabase())
                .ask(
                    """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND strict = 0
                      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'databasechange%'
                    """))
        .isEmpty();
  }

  @Test
  void eight_first_openings_at_once_make_one_database() throws Exception {
    Path file = folder.resolve("race.db");
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> openings = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        openings.add(
            threads.submit(
                () -> {
                  start.await();
                  try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
                    return persistence.simulations().list(java.util.Optional.empty(), 1).size();
                  }
                }));
      }
      for (Future<Integer> opening : openings) {
        assertThat(opening.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(new RawFile(file).ask("SELECT count(*) FROM databasechangelog"))
        .containsExactly("2");
  }

  @Test
  void a_first_start_that_was_killed_is_finished_by_the_next() {
    Path file = newDatabase();
    RawFile raw = new RawFile(file);
    raw.execute("DELETE FROM databasechangelog");
    raw.execute("UPDATE databasechangeloglock SET locked = 1, lockedby = 'a dead process'");
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);
      persistence.checkpoints().save(samples.checkpoint(run.head(), "here"));
    }
    assertThat(raw.ask("PRAGMA foreign_key_check")).isEmpty();
  }

  private Path newDatabase() {
    Path file = folder.resolve("new.db");
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    return file;
  }

  private static String pragma(SQLiteDataSource source, String name) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.getString(1);
    }
  }
}
