package dev.stateline.cli.run;

import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.ShellWord;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.EngineProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline scenarios}. */
@Command(
    name = "scenarios",
    header = "List the scenarios that can be run, and their parameters.",
    description =
        "%nLists the scenarios on the class path; 'stateline run --scenario' takes one. With a"
            + " scenario's name it lists the parameters that a file for --scenario-config may set.",
    footer = "Example: stateline scenarios world")
final class ScenariosCommand implements Callable<Integer> {

  private static final List<Column<EngineProvider>> COLUMNS =
      List.of(
          Column.of("scenario", EngineProvider::scenario),
          Column.of("description", EngineProvider::description));

  private static final List<Column<ScenarioParameter>> PARAMETER_COLUMNS =
      List.of(
          Column.of("parameter", ScenarioParameter::name),
          Column.of("default_value", ScenarioParameter::defaultValue)
              .headed("default")
              .shownAs(value -> ((Document) value).text()),
          Column.of("values", ScenarioParameter::values),
          Column.of("meaning", ScenarioParameter::meaning));

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "The scenario whose parameters are listed.")
  private Optional<String> scenario;

  @Mixin private OutputOption output;

  private final Session session;

  ScenariosCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    OutputFormat format = output.format();
    if (scenario.isEmpty()) {
      Rows.print(session.console(), format, COLUMNS, session.door().engines().all());
      session.noteBrokenPlugIns();
      return ExitCode.DONE;
    }
    EngineProvider provider = session.door().engines().find(scenario.get());
    Rows.print(session.console(), format, PARAMETER_COLUMNS, provider.describedParameters());
    if (provider.describedParameters().isEmpty()) {
      tellInFull(provider);
    }
    return ExitCode.DONE;
  }

  /** What the scenario does not describe can still be read from how it opens. */
  private void tellInFull(EngineProvider provider) {
    try (Scenario<?> opened = provider.open(Document.EMPTY_OBJECT)) {
      session
          .console()
          .note(
              "Scenario '"
                  + provider.scenario()
                  + "' does not describe its parameters; opened without any, they are "
                  + opened.parameters().text());
    }
  }

  @Command(
      name = "new",
      header = "Begin a scenario of your own.",
      description =
          "%nWrites a Maven project with a small scenario and its test into a new folder; it builds"
              + " and runs as it is.",
      footer = "Example: stateline scenarios new my-world")
  int create(
      @Parameters(paramLabel = "DIR", description = "The folder: new, or empty.") Path folder,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "The scenario's name; by default the folder's.")
          Optional<String> name) {
    String scenarioName = name.orElseGet(() -> ScenarioProject.nameOf(folder));
    requireFree(scenarioName);
    for (String file : new ScenarioProject(folder, scenarioName).write()) {
      session.console().println(PrintableText.of(folder.resolve(file).toString()));
    }
    session.console().flush();
    session.console().note("Next (with Stateline's artifacts in your Maven repository):");
    session.console().note("  cd " + ShellWord.of(folder.toString()));
    session.console().note("  mvn -q package");
    session.console().note("  export STATELINE_CLASSPATH=target/classes");
    session.console().note("  " + session.proposal("run --scenario " + scenarioName));
    return ExitCode.DONE;
  }

  private void requireFree(String name) {
    if (session.door().engines().all().stream().anyMatch(known -> known.scenario().equals(name))) {
      throw new InvalidInputException(
          "there is a scenario '"
              + name
              + "' on the class path already, and of two no run could tell which; give another name"
              + " with --name");
    }
  }
}
