package dev.stateline.cli.run;

import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.spi.EngineProvider;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code stateline scenarios}. */
@Command(
    name = "scenarios",
    header = "List the scenarios that can be run.",
    description = "%nLists the scenarios on the class path; 'stateline run --scenario' takes one.",
    footer = "Example: stateline scenarios")
final class ScenariosCommand implements Callable<Integer> {

  private static final List<Column<EngineProvider>> COLUMNS =
      List.of(
          Column.of("scenario", EngineProvider::scenario),
          Column.of("description", EngineProvider::description));

  @Mixin private OutputOption output;

  private final Session session;

  ScenariosCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Rows.print(session.console(), output.format(), COLUMNS, session.door().engines().all());
    session.noteBrokenPlugIns();
    return ExitCode.DONE;
  }
}
