package dev.stateline.benchmarks.micro;

import dev.stateline.benchmarks.measure.Measure;
import dev.stateline.benchmarks.measure.Row;
import dev.stateline.benchmarks.store.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of single steps, each in a process of its own. */
public final class MicroRun {

  private static final Map<String, Measure> MEASURES =
      Map.of(
          "encodeAndHash", Measure.CANONICALISE,
          "sortTreeAndHash", Measure.CANONICALISE,
          "canonicalizeTextAndHash", Measure.CANONICALISE_TEXT,
          "decode", Measure.DECODE);

  private MicroRun() {}

  /**
   * A row for each benchmark and workload; each round is an iteration's mean.
   *
   * @param workloads their names; all that the benchmarks know if there are none
   */
  public static List<Row> rows(List<String> workloads) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(CanonicalBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT);
    if (!workloads.isEmpty()) {
      options.param("workload", workloads.toArray(String[]::new));
    }
    List<Row> rows = new ArrayList<>();
    for (RunResult result : new Runner(options.build()).run()) {
      rows.add(row(result));
    }
    return rows;
  }

  private static Row row(RunResult result) {
    String benchmark = result.getPrimaryResult().getLabel();
    List<Double> rounds =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(iteration -> iteration.getPrimaryResult().getScore())
            .toList();
    return new Row(
        result.getParams().getParam("workload"),
        "memory",
        benchmark.equals("sortTreeAndHash") ? Contenders.BASELINE : Contenders.MEASURED,
        MEASURES.get(benchmark),
        rounds);
  }
}
