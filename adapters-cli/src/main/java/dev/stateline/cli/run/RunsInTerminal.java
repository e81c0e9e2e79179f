package dev.stateline.cli.run;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.run.EngineChange;
import dev.stateline.application.run.ParallelRuns;
import dev.stateline.application.run.ResumeRequest;
import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunReport;
import dev.stateline.application.run.RunResult;
import dev.stateline.application.run.TurnProgress;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.session.RemedyWords;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Progress;
import dev.stateline.domain.simulation.SimulationStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows several runs that go on side by side to a person, who may stop them. */
final class RunsInTerminal implements RunListener {

  /** The columns of results. */
  private static final List<Column<RunResult>> COLUMNS =
      List.of(
          Column.hidden("simulation_id", r -> r.simulation().id()),
          Column.of("name", r -> r.simulation().name()),
          Column.of("status", RunsInTerminal::status),
          Column.<RunResult>of("turn_number", r -> r.report().map(p -> p.head().turn().value()))
              .headed("turn"),
          Column.<RunResult>of("target_turn", r -> r.report().map(p -> p.target().value()))
              .headed("target"),
          Column.<RunResult>of("turns", r -> r.report().map(RunReport::turns)).headed("turns run"),
          Column.hidden(
              "engine_ms", r -> r.report().map(p -> RunSummary.mean(p, p.timings().engine()))),
          Column.hidden(
              "encoding_ms", r -> r.report().map(p -> RunSummary.mean(p, p.timings().encoding()))),
          Column.hidden(
              "commit_ms", r -> r.report().map(p -> RunSummary.mean(p, p.timings().commit()))),
          Column.hidden(
              "commit_median_ms",
              r -> r.report().map(p -> RunSummary.commitWithin(p, RunSummary.MEDIAN))),
          Column.hidden(
              "commit_p99_ms",
              r -> r.report().map(p -> RunSummary.commitWithin(p, RunSummary.P99))),
          Column.hidden("stored_bytes", r -> r.report().map(RunReport::storedBytes)),
          Column.hidden("chain_hash", r -> r.report().map(p -> p.head().chainHash())),
          Column.hidden("provenance_hash", r -> r.report().map(p -> p.head().provenanceHash())),
          Column.of("receipt", r -> r.report().map(RunReport::receipt)),
          Column.hidden("error", r -> r.failure().map(Throwable::getMessage)));

  private final Session session;
  private final OutputFormat format;
  private final StopSignal stop = new StopSignal();
  private Progress progress = Progress.NONE;
  private long turns;

  RunsInTerminal(Session session, OutputFormat format) {
    this.session = session;
    this.format = format;
  }

  /**
   * Runs all of them on, and prints a row for each.
   *
   * @param threads how many at a time
   * @return the exit code of the one that ended worst
   */
  int play(Workspace workspace, List<ResumeRequest> requests, int threads) {
    ParallelRuns runs = new ParallelRuns(workspace.runner(), threads);
    begin(workspace, requests, threads);
    List<RunResult> results;
    long start = System.nanoTime();
    Interrupts.Registration registration =
        session.interrupts().onInterrupt(this::interrupted, this::lastWords);
    try {
      results = runs.resume(requests, stop, this);
    } finally {
      registration.close();
      progress.close();
    }
    return report(results, (System.nanoTime() - start) / 1e9);
  }

  private void begin(Workspace workspace, List<ResumeRequest> requests, int threads) {
    long wanted = 0;
    for (ResumeRequest request : requests) {
      int head = request.simulation().head().turn().value();
      wanted += Math.max(0, workspace.runner().target(request).value() - head);
    }
    String what = requests.size() + " simulations";
    session
        .console()
        .note(
            "Running "
                + what
                + ", "
                + Math.min(threads, requests.size())
                + " at a time, "
                + wanted
                + " turns in all; Ctrl-C stops each after a turn.");
    progress = Progress.open(session.console(), what, 0, wanted);
  }

  @Override
  public void engineChanged(EngineChange change) {
    session.console().note(change.sentence() + ".");
  }

  @Override
  public synchronized void turnDone(TurnProgress done) {
    turns++;
    progress.stepTo(turns);
  }

  private void interrupted() {
    stop.request();
    session
        .console()
        .note("Stopping after these turns; once more stops at once (finished turns are safe).");
  }

  private void lastWords() {
    session
        .console()
        .note(
            "Stopped at once: the turns done by now are safe; '"
                + session.proposal("list")
                + "' shows where each simulation stands, and 'resume' goes on from there.");
  }

  private int report(List<RunResult> results, double seconds) {
    Rows.print(session.console(), format, COLUMNS, results);
    results.stream()
        .flatMap(result -> result.failure().stream())
        .forEach(e -> session.console().note("stateline: " + RemedyWords.message(e)));
    session
        .console()
        .note(
            String.format(
                Locale.ROOT,
                "%d turns in %.1f s; %d of %d simulations are where they were to stop.",
                turns,
                seconds,
                results.stream().filter(RunsInTerminal::isComplete).count(),
                results.size()));
    return exitCode(results);
  }

  private static boolean isComplete(RunResult result) {
    return result.report().stream().anyMatch(r -> r.status() == SimulationStatus.COMPLETED);
  }

  private static String status(RunResult result) {
    Optional<String> ended = result.report().map(report -> report.status().text());
    return ended.orElse(result.failure().isPresent() ? "failed" : "not begun");
  }

  /** The highest exit code of those that failed; without failure that of an interrupt, if any. */
  private static int exitCode(List<RunResult> results) {
    int worst =
        results.stream()
            .flatMap(result -> result.failure().stream())
            .mapToInt(e -> ExitCode.of(e.category()))
            .max()
            .orElse(ExitCode.DONE);
    boolean all = results.stream().allMatch(RunsInTerminal::isComplete);
    return worst != ExitCode.DONE || all ? worst : ExitCode.INTERRUPTED;
  }
}
