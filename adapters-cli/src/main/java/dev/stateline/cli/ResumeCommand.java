package dev.stateline.cli;

import dev.stateline.application.run.ResumeRequest;
import dev.stateline.cli.workspace.Workspace;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.TakeOver;
import dev.stateline.domain.state.TurnNumber;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stateline resume}. */
@Command(
    name = "resume",
    header = "Run a simulation on from its last turn.",
    description =
        "%nGoes on where the simulation stands: after Ctrl-C, after a crash, or after "
            + "its last turn with a later one to stop at.",
    footer = "Example: stateline resume first --turns 30")
final class ResumeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "N", description = "The simulation: its name, or its id's beginning.")
  private String reference;

  @Option(
      names = "--turns",
      paramLabel = "T",
      description = "The turn at which to stop, counted from 0; the same as before by default.")
  private Optional<TurnNumber> turns;

  @Option(
      names = "--take-over",
      description = "Go on even though another writer lives; that one's next commit is refused.")
  private boolean takeOver;

  @Mixin private OutputOption output;

  private final Session session;

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForWriting()) {
      Simulation simulation = workspace.stateline().simulations().find(reference);
      if (isDone(simulation)) {
        sayDone(simulation);
        return ExitCode.DONE;
      }
      ResumeRequest request =
          new ResumeRequest(simulation, turns, takeOver ? TakeOver.FORCE : TakeOver.REFUSE);
      return new RunInTerminal(session, output.format(), workspace.isKept())
          .play((stop, listener) -> workspace.runner().resume(request, stop, listener));
    }
  }

  private boolean isDone(Simulation simulation) {
    return simulation.status() == SimulationStatus.COMPLETED
        && turns.or(simulation::targetTurn).equals(Optional.of(simulation.head().turn()));
  }

  private void sayDone(Simulation simulation) {
    TurnNumber head = simulation.head().turn();
    session
        .console()
        .note(
            "simulation '"
                + simulation.name()
                + "' is completed at turn "
                + head
                + ", where it was to stop; give a later turn with --turns to run it on, for example"
                + " --turns "
                + Math.min(TurnNumber.MAX_VALUE, head.value() + 10L));
  }
}
