package dev.stateline.cli;

import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunReport;
import dev.stateline.application.run.StopSignal;
import dev.stateline.application.run.TurnProgress;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.state.TurnNumber;
import java.util.function.BiFunction;

/** A run that a person watches and may stop. */
final class RunInTerminal implements RunListener {

  private final Session session;
  private final OutputFormat format;
  private final StopSignal stop = new StopSignal();
  private Progress progress = Progress.NONE;

  RunInTerminal(Session session, OutputFormat format) {
    this.session = session;
    this.format = format;
  }

  /**
   * Runs, and prints the summary.
   *
   * @return the exit code
   */
  int play(BiFunction<StopSignal, RunListener, RunReport> run) {
    RunReport report;
    Interrupts.Registration registration = session.interrupts().onInterrupt(this::interrupted);
    try {
      report = run.apply(stop, this);
    } finally {
      registration.close();
      progress.close();
    }
    new RunSummary(report).print(session, format);
    return report.status() == SimulationStatus.PAUSED ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  @Override
  public void started(Simulation simulation, TurnNumber target) {
    session
        .console()
        .note(
            "Running '"
                + simulation.name()
                + "' from turn "
                + simulation.head().turn()
                + " to turn "
                + target
                + "; Ctrl-C stops it after a turn.");
    progress =
        Progress.open(
            session.console(),
            simulation.name().value(),
            simulation.head().turn().value(),
            target.value());
  }

  @Override
  public void turnDone(TurnProgress done) {
    progress.stepTo(done.turn().value());
  }

  private void interrupted() {
    stop.request();
    session
        .console()
        .note("Stopping after this turn; once more stops at once (finished turns are safe).");
  }
}
