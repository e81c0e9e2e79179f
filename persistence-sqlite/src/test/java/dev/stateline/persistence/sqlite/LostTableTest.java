package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table or view that was dropped is told by its name, once, and keeps no command from ending. */
class LostTableTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoint_records",
        "turns",
        "heads",
        "segments",
        "provenances",
        "simulation_records"
      })
  void a_lost_table_is_told_once(String table) throws IOException {
    assertThat(toldAfter("DROP TABLE " + table))
        .containsOnlyOnce(table + ": the table is missing; restore a backup")
        .noneMatch(told -> told.contains("SQLITE_ERROR") || told.contains("view"));
  }

  @Test
  void what_only_views_read_is_told_by_the_view() throws IOException {
    assertThat(
            toldAfter(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'state_json', 'statexjson')"
                    + " WHERE name = 'turns'"))
        .containsExactly(
            "states: the view cannot be read (no such column: t.state_json); restore a backup");
    assertThat(toldAfter("DROP VIEW states"))
        .containsExactly(
            "states: the view cannot be read (no such table: states); restore a backup");
  }

  private List<String> toldAfter(String... statements) throws IOException {
    Path file = folder.resolve("lost.db");
    Samples samples = new Samples();
    try (Persistence persistence = SqliteFixture.create(file)) {
      SampleRun.begin(samples, persistence, samples.simulation("one").build()).commit(2);
      SampleRun.begin(samples, persistence, samples.simulation("two").build()).commit(2);
    }
    new RawFile(file).execute(statements);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      return new Verifier(persistence)
          .verifyAll(listed -> {}).defects().stream()
              .map(place -> place.defect().column() + ": " + place.defect().problem())
              .toList();
    }
  }
}
