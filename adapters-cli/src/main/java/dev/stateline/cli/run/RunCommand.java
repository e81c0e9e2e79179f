package dev.stateline.cli.run;

import dev.stateline.application.run.ResumeRequest;
import dev.stateline.application.run.RunRequest;
import dev.stateline.application.workspace.ForkSeries;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code stateline run}. */
@Command(
    name = "run",
    header = "Create a simulation and run it.",
    description =
        "%nCreates a simulation of a scenario and runs it to its last turn. Every "
            + "turn is durable when it is counted; Ctrl-C stops after the turn in hand, and "
            + "'stateline resume' goes on. With --from it makes forks of a turn and runs them side "
            + "by side.",
    footer = {
      "Example: stateline run --scenario world --name first --turns 20 --seed 7",
      "Example: stateline run --from first@12 --forks 8 --rng reseed:1 --name try --turns 20"
    })
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description = "The scenario; 'stateline scenarios' lists them. Default: world.")
  private Optional<String> scenario;

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "The simulation's name; the scenario's with a number if none is given.")
  private Optional<SimulationName> name;

  @Option(
      names = "--turns",
      paramLabel = "T",
      description = "The turn at which to stop, counted from 0; the scenario's own by default.")
  private Optional<TurnNumber> turns;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of all random numbers. Default: 1.")
  private Optional<Long> seed;

  @Option(
      names = "--scenario-config",
      paramLabel = "FILE",
      description = "The scenario's parameters in YAML; what it lacks is the scenario's to fill.")
  private Optional<Path> parameters;

  @Mixin private ForksOption forks;

  @Mixin private ParallelOption parallel;

  @Mixin private MetricsOption metrics;

  @Mixin private OutputOption output;

  private final Session session;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (forks.isGiven()) {
      return runForks();
    }
    if (parallel.isGiven()) {
      throw new UsageException("--parallel runs forks side by side: give --from N@T with it");
    }
    return runNew(scenario.orElse("world"));
  }

  private int runForks() {
    if (scenario.isPresent() || seed.isPresent() || parameters.isPresent()) {
      throw new UsageException(
          "forks keep scenario and parameters, and --rng reseed:S gives them seeds; leave"
              + " --scenario, --scenario-config and --seed out");
    }
    int threads = parallel.threads();
    forks.called(name);
    try (Workspace workspace = session.openForWriting(metrics.measurement())) {
      ForkSeries series = forks.series(workspace, name);
      List<ResumeRequest> requests =
          series.make(workspace).stream()
              .map(fork -> new ResumeRequest(fork, turns, TakeOver.REFUSE))
              .toList();
      session.console().note(forks.seeds(series));
      RunsInTerminal runs = new RunsInTerminal(session, output.format());
      return metrics.of(workspace, () -> runs.play(workspace, requests, threads));
    }
  }

  private int runNew(String scenario) {
    Document given = parameters.map(session.door()::readParameters).orElse(Document.EMPTY_OBJECT);
    RunRequest request = new RunRequest(scenario, given, name, turns, seed.orElse(1L));
    // Before the database is opened, and perhaps created: a typing error leaves no file behind.
    try (Scenario<?> opened = session.door().engines().find(scenario).open(given);
        Workspace workspace = session.openOrCreate(metrics.measurement())) {
      RunInTerminal run = new RunInTerminal(session, output.format(), workspace.isKept());
      return metrics.of(
          workspace,
          () ->
              run.play(
                  (stop, listener) -> workspace.runner().run(request, opened, stop, listener)));
    }
  }
}
