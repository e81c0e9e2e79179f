package dev.stateline.cli.run;

import dev.stateline.application.run.ResumeRequest;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline resume}. */
@Command(
    name = "resume",
    header = "Run simulations on from their last turns.",
    description =
        "%nGoes on where the simulation stands: after Ctrl-C, after a crash, or after "
            + "its last turn with a later one to stop at. Several simulations run side by side and "
            + "share durable writes.",
    footer = "Example: stateline resume first --turns 30")
final class ResumeCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "N",
      description = "The simulation, or several: a name, or an id's beginning.")
  private List<String> references;

  @Option(
      names = "--turns",
      paramLabel = "T",
      description = "The turn at which to stop, counted from 0; the same as before by default.")
  private Optional<TurnNumber> turns;

  @Option(
      names = "--take-over",
      description = "Go on even though another writer lives; that one's next commit is refused.")
  private boolean takeOver;

  @Option(
      names = "--require-same-engine",
      description =
          "Refuse another engine, version or parameters than the last turn's, instead of saying"
              + " so.")
  private boolean sameEngine;

  @Mixin private ParallelOption parallel;

  @Mixin private MetricsOption metrics;

  @Mixin private OutputOption output;

  private final Session session;

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = session.openForWriting(metrics.measurement())) {
      return metrics.of(workspace, () -> resume(workspace));
    }
  }

  private int resume(Workspace workspace) {
    List<Simulation> simulations =
        references.stream().map(workspace.stateline().simulations()::find).distinct().toList();
    if (simulations.size() > 1 || parallel.isGiven()) {
      return new RunsInTerminal(session, output.format())
          .play(workspace, simulations.stream().map(this::request).toList(), parallel.threads());
    }
    Simulation simulation = simulations.get(0);
    if (isDone(simulation)) {
      sayDone(simulation);
      return ExitCode.DONE;
    }
    ResumeRequest request = request(simulation);
    return new RunInTerminal(session, output.format(), workspace.isKept())
        .play((stop, listener) -> workspace.runner().resume(request, stop, listener));
  }

  private ResumeRequest request(Simulation simulation) {
    ResumeRequest request =
        new ResumeRequest(simulation, turns, takeOver ? TakeOver.FORCE : TakeOver.REFUSE);
    return sameEngine ? request.requireSameEngine() : request;
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
