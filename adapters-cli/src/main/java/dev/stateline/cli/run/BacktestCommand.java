package dev.stateline.cli.run;

import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.HumanNumber;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Backtest;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code stateline backtest}. */
@Command(
    name = "backtest",
    header = "Measure a scenario's model against known data.",
    description =
        "%nRuns the model from a known start and compares it with what came, and with "
            + "simpler forecasts (one column each); smaller errors are better. Needs no "
            + "database.",
    footer = "Example: stateline backtest --scenario world")
final class BacktestCommand implements Callable<Integer> {

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      defaultValue = "world",
      description = "The scenario. Default: world.")
  private String scenario;

  @Option(
      names = "--scenario-config",
      paramLabel = "FILE",
      description = "The scenario's parameters in YAML; what it lacks is the scenario's to fill.")
  private Optional<Path> parameters;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The seed of all random numbers. Default: 1.")
  private Long seed;

  @Mixin private OutputOption output;

  private final Session session;

  BacktestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Document given = parameters.map(session.door()::readParameters).orElse(Document.EMPTY_OBJECT);
    List<Backtest.Row> rows =
        session
            .door()
            .engines()
            .find(scenario)
            .backtest(given)
            .orElseThrow(() -> none(scenario))
            .run(seed);
    Rows.print(session.console(), output.format(), columns(rows), rows);
    return ExitCode.DONE;
  }

  private static List<Column<Backtest.Row>> columns(List<Backtest.Row> rows) {
    List<Column<Backtest.Row>> columns =
        new ArrayList<>(
            List.of(
                Column.of("variable", Backtest.Row::variable),
                Column.of("turns", Backtest.Row::turns),
                Column.of("cases", Backtest.Row::cases),
                Column.of("measure", Backtest.Row::measure),
                error("error", Backtest.Row::error)));
    TreeSet<String> baselines = new TreeSet<>();
    rows.forEach(row -> baselines.addAll(row.baselines().keySet()));
    baselines.forEach(name -> columns.add(error(name, row -> row.baselines().get(name))));
    return columns;
  }

  private static Column<Backtest.Row> error(String name, Column.Value<Backtest.Row> value) {
    return Column.of(name, value).shownAs(error -> HumanNumber.rounded((Double) error));
  }

  private static NotFoundException none(String scenario) {
    return new NotFoundException(
        ErrorCode.SCENARIO_NOT_FOUND,
        "scenario '" + scenario + "' has no back-test: it knows no data to compare with");
  }
}
