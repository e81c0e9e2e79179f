package dev.stateline.cli;

import dev.stateline.application.run.RunRequest;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.simulation.SimulationName;
import dev.stateline.domain.state.Document;
import dev.stateline.domain.state.TurnNumber;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stateline run}. */
@Command(
    name = "run",
    header = "Create a simulation and run it.",
    description =
        "%nCreates a simulation of a scenario and runs it to its last turn. Every "
            + "turn is durable when it is counted; Ctrl-C stops after the turn in hand, and "
            + "'stateline resume' goes on.",
    footer = "Example: stateline run --scenario world --name first --turns 20 --seed 7")
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      defaultValue = "world",
      description = "The scenario; 'stateline scenarios' lists them. Default: world.")
  private String scenario;

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
      defaultValue = "1",
      description = "The seed of all random numbers. Default: 1.")
  private Long seed;

  @Option(
      names = "--scenario-config",
      paramLabel = "FILE",
      description = "The scenario's parameters in YAML; what it lacks takes its default.")
  private Optional<Path> parameters;

  @Mixin private OutputOption output;

  private final Session session;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Document given = parameters.map(session.door()::readParameters).orElse(Document.EMPTY_OBJECT);
    RunRequest request = new RunRequest(scenario, given, name, turns, seed);
    // Before the database is opened, and perhaps created: a typing error leaves no file behind.
    session.door().engines().find(scenario);
    try (Workspace workspace = session.openForWriting()) {
      return new RunInTerminal(session, output.format(), workspace.isKept())
          .play((stop, listener) -> workspace.runner().run(request, stop, listener));
    }
  }
}
