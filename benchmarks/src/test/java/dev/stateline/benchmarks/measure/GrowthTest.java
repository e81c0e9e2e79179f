package dev.stateline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {

  private static final Plan SMALL = new Plan(20, 0, 10, 5, 2);

  @TempDir Path folder;

  private Growth<?> growth;

  @BeforeEach
  void prepare() {
    Arena arena = new Arena.OfFiles(folder, Contenders.onSqlite());
    growth = new Growth<>(Workloads.named("W5-2"), SMALL, arena, line -> {});
  }

  @Test
  void every_length_has_a_column_with_all_measures() throws SQLException {
    List<Row> rows = growth.run(150);

    assertThat(rows).extracting(Row::workload).containsOnly("W5-2, growing");
    assertThat(rows).extracting(Row::contender).containsOnly("100 turns", "150 turns");
    for (String column : List.of("100 turns", "150 turns")) {
      assertThat(rows)
          .filteredOn(row -> row.contender().equals(column))
          .extracting(Row::measure)
          .containsExactlyInAnyOrder(
              Measure.MADE,
              Measure.APPEND,
              Measure.DISK,
              Measure.OPEN,
              Measure.OPEN_SHORT,
              Measure.OPEN_AGAINST_SHORT,
              Measure.READ,
              Measure.READ_COLD,
              Measure.READ_AGAIN,
              Measure.READ_NEXT,
              Measure.SCAN,
              Measure.VERIFY);
    }
  }

  @Test
  void nothing_is_left_of_it() throws SQLException {
    growth.run(100);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fewer_than_100_turns_are_refused() {
    assertThatThrownBy(() -> growth.run(99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a history grows up to 100 turns at least, not 99");
  }
}
