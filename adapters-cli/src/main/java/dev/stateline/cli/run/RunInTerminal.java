package dev.stateline.cli.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.run.EngineChange;
import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunReport;
import dev.stateline.application.run.TurnProgress;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.cli.terminal.ShellWord;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import java.util.Optional;
import java.util.function.BiFunction;

/** Shows one run to a person, who may stop it. */
final class RunInTerminal implements RunListener {

  private final Session session;
  private final OutputFormat format;
  private final boolean kept;
  private final StopSignal stop = new StopSignal();
  private Progress progress = Progress.NONE;
  // Read by the thread of an interrupt.
  private volatile Optional<SimulationName> running = Optional.empty();
  private volatile TurnNumber safe = TurnNumber.ZERO;

  /**
   * @param kept whether the run is still there when the program has ended
   */
  RunInTerminal(Session session, OutputFormat format, boolean kept) {
    this.session = session;
    this.format = format;
    this.kept = kept;
  }

  /**
   * Runs, and prints the summary.
   *
   * @return the exit code
   */
  int play(BiFunction<StopSignal, RunListener, RunReport> run) {
    RunReport report;
    Interrupts.Registration registration =
        session.interrupts().onInterrupt(this::interrupted, this::lastWords);
    try {
      report = run.apply(stop, this);
    } finally {
      registration.close();
      progress.close();
    }
    RunSummary summary = new RunSummary(report);
    summary.print(session.console(), format);
    if (kept) {
      summary.proposeNext(session);
    } else {
      session
          .console()
          .note("Nothing of this run was kept: persistence is in memory; --db FILE keeps a run.");
    }
    return report.status() == SimulationStatus.PAUSED ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  @Override
  public void engineChanged(EngineChange change) {
    session.console().note(change.sentence() + ".");
  }

  @Override
  public void started(Simulation simulation, TurnNumber target) {
    safe = simulation.head().turn();
    running = Optional.of(simulation.name());
    if (simulation.head().turn().equals(target)) {
      session
          .console()
          .note(
              "Simulation '"
                  + simulation.name()
                  + "' is at turn "
                  + target
                  + " already, where it is to stop; there is no turn to run.");
      return;
    }
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
    safe = done.turn();
    progress.stepTo(done.turn().value());
  }

  private void interrupted() {
    stop.request();
    session
        .console()
        .note(
            "Stopping after this turn; once more stops at once"
                + (kept ? " (finished turns are safe)." : "."));
  }

  private void lastWords() {
    String words =
        !kept
            ? "nothing of this run was kept."
            : running
                .map(
                    name ->
                        "turn "
                            + safe
                            + " of '"
                            + name
                            + "' is safe, and '"
                            + session.proposal("resume " + ShellWord.of(name.value()))
                            + "' goes on from there.")
                .orElse("no turn was run.");
    session.console().note("Stopped at once: " + words);
  }
}
