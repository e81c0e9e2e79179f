package dev.stateline.cli.branch;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.history.TurnReference;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.look.SimulationColumns;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.ShellWord;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline fork}. */
@Command(
    name = "fork",
    header = "Go another way from a turn of a simulation.",
    description =
        "%nMakes a simulation that shares the other's turns up to T; nothing is copied, and the"
            + " other stays as it is. With --patch the state of turn T is changed, and the change"
            + " is recorded as the last action of that turn. With turn 0 changed, no turn is shared:"
            + " it is a simulation of its own, and its config holds the change.",
    footer = "Example: stateline fork first@12 --name second --rng reseed:7")
final class ForkCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "N@T",
      description = "The simulation and the turn, for example first@12; without @T its last turn.")
  private TurnReference reference;

  @Option(names = "--name", required = true, paramLabel = "M", description = "The fork's name.")
  private SimulationName name;

  @Option(
      names = "--rng",
      paramLabel = "RNG",
      defaultValue = "inherit",
      description =
          "The random numbers after turn T: inherit, those that the other draws (default), or"
              + " reseed:S, those of the seed S.")
  private Rng rng;

  @Mixin private PatchOption patch;

  @Mixin private OutputOption output;

  private final Session session;

  ForkCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForWriting()) {
      Simulation from = workspace.stateline().simulations().findToRead(reference.simulation());
      Simulation fork = workspace.runner().fork(request(workspace, from));
      Rows.print(
          session.console(),
          output.format(),
          SimulationColumns.of(workspace.stateline()),
          List.of(ListedSimulation.of(fork)));
      proposeNext(from, fork);
    }
    return ExitCode.DONE;
  }

  private ForkRequest request(Workspace workspace, Simulation from) {
    return new ForkRequest(
        from,
        workspace.stateline().history().turn(from, reference.turn()),
        name,
        rng.seed(),
        patch.intervention(session.console(), workspace.documents()),
        patch.reason());
  }

  private void proposeNext(Simulation from, Simulation fork) {
    String word = ShellWord.of(fork.name().value());
    session.console().note("Next:");
    session.console().note("  " + session.proposal("resume " + word + turns(from, fork)));
    session.console().note("  " + session.proposal("history " + word));
    session.console().note("  " + session.proposal("list --tree"));
  }

  /** The option {@code --turns} for a fork that has no target: as far as the other went. */
  private static String turns(Simulation from, Simulation fork) {
    if (fork.targetTurn().isPresent()) {
      return "";
    }
    int head = fork.head().turn().value();
    int other = from.head().turn().value();
    return " --turns " + (other > head ? other : Math.min(TurnNumber.MAX_VALUE, head + 10L));
  }
}
