package dev.stateline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {

  private static final Plan SMALL = new Plan(20, 2, 5, 3, 2);

  @TempDir Path folder;

  @Test
  void all_contenders_do_the_same() throws SQLException {
    List<Row> rows = race().run();

    assertThat(rows).extracting(Row::workload).containsOnly("W5-2");
    assertThat(columns(rows, Measure.APPEND)).containsExactly("stateline", "naive");
    assertThat(columns(rows, Measure.SCAN))
        .containsExactly("stateline", "naive", "naive + SHA-256");
    assertThat(columns(rows, Measure.OPEN)).containsExactly("stateline", "naive");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoever_can_forks_or_transfers_in_the_middle() throws SQLException {
    List<Row> rows = race().runMoved();

    assertThat(rows).extracting(Row::workload).containsOnly("W5-2, forked and transferred");
    assertThat(columns(rows, Measure.APPEND))
        .containsExactly(
            "stateline", "stateline, forked", "stateline, transferred", "naive", "naive, forked");
    assertThat(columns(rows, Measure.READ_COLD))
        .contains("stateline, forked", "stateline, transferred", "naive, forked + SHA-256");
    assertThat(columns(rows, Measure.FORK)).containsExactly("stateline, forked", "naive, forked");
    assertThat(columns(rows, Measure.TRANSFER)).containsExactly("stateline, transferred");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void only_what_is_appended_after_the_middle_is_counted() {
    assertThat(SMALL.secondHalf()).isEqualTo(new Plan(10, 12, 5, 3, 2));
    assertThat(SMALL.secondHalf().lastTurn()).isEqualTo(SMALL.lastTurn());
  }

  private Race<?> race() {
    Arena arena = new Arena.OfFiles(folder, Contenders.onSqlite());
    return new Race<>(Workloads.named("W5-2"), SMALL, arena, line -> {});
  }

  private static List<String> columns(List<Row> rows, Measure measure) {
    return rows.stream().filter(row -> row.measure() == measure).map(Row::contender).toList();
  }
}
