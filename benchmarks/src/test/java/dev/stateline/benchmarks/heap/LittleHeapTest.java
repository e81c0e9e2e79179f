package dev.stateline.benchmarks.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Arena;
import dev.stateline.benchmarks.store.Contenders;
import dev.stateline.benchmarks.workload.Workloads;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LittleHeapTest {

  @TempDir Path folder;

  @Test
  void a_heap_that_suffices_gets_through_everything() throws SQLException {
    List<Row> rows = heap("W5-2").run(20, List.of("64m"));

    assertThat(rows).extracting(Row::workload).containsOnly("W5-2, 20 turns, small heap");
    assertThat(rows).extracting(Row::contender).containsOnly("-Xmx64m");
    assertThat(rows)
        .extracting(Row::measure)
        .containsExactly(Measure.SCAN, Measure.VERIFY, Measure.READS);
    assertThat(rows).allSatisfy(row -> assertThat(row.median()).isPositive());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_heap_that_does_not_suffice_is_said() throws SQLException {
    List<Row> rows = heap("W1-800").run(2, List.of("8m"));

    assertThat(rows)
        .filteredOn(row -> row.measure() == Measure.SCAN)
        .extracting(Row::median)
        .containsExactly(0.0);
  }

  private LittleHeap<?> heap(String workload) {
    Arena arena = new Arena.OfFiles(folder, Contenders.onSqlite());
    return new LittleHeap<>(Workloads.named(workload), arena, line -> {});
  }
}
