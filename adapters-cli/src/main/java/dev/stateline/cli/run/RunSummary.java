package dev.stateline.cli.run;

import static dev.stateline.cli.output.HumanNumber.bytes;
import static dev.stateline.cli.output.HumanNumber.millis;

import dev.stateline.application.run.RunReport;
import dev.stateline.application.run.TurnTimings;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.cli.terminal.ShellWord;
import dev.stateline.cli.terminal.Style.Part;
import dev.stateline.domain.simulation.SimulationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a run did, and what may come next. */
final class RunSummary {

  static final double MEDIAN = 0.5;
  static final double P99 = 0.99;

  private final RunReport report;
  private final String name;

  RunSummary(RunReport report) {
    this.report = report;
    this.name = report.simulation().name().value();
  }

  void print(Console console, OutputFormat format) {
    if (format == OutputFormat.TABLE) {
      printLines(console);
    } else {
      Rows.print(console, format, columns(), List.of(report));
    }
  }

  private void printLines(Console console) {
    line(console, "simulation", name + " (" + report.simulation().id() + ")");
    line(console, "status", report.status().text() + " at turn " + report.head().turn());
    line(console, "turns", turns());
    if (report.turns() > 0) {
      line(console, "time a turn", timeATurn());
      line(console, "commits", commits());
      line(console, "stored", stored());
    }
    line(console, "receipt", report.receipt().toString());
    console.flush();
  }

  private String turns() {
    return report.turns() + " run, " + report.head().turn() + " of " + report.target() + " in all";
  }

  private String timeATurn() {
    TurnTimings t = report.timings();
    return String.format(
        Locale.ROOT,
        "%.1f ms (engine %.1f, encoding %.1f, commit %.1f)",
        mean(t.total()),
        mean(t.engine()),
        mean(t.encoding()),
        mean(t.commit()));
  }

  private String commits() {
    return String.format(
        Locale.ROOT,
        "median %.1f ms, 99 %% within %.1f ms",
        commitWithin(report, MEDIAN),
        commitWithin(report, P99));
  }

  private String stored() {
    return bytes(report.storedBytes())
        + ", "
        + bytes((double) report.storedBytes() / report.turns())
        + " a turn";
  }

  void proposeNext(Session session) {
    String word = ShellWord.of(name);
    String turn = ShellWord.of(name + "@" + report.head().turn());
    Console console = session.console();
    console.note("Next:");
    if (report.status() == SimulationStatus.PAUSED) {
      console.note("  " + session.proposal("resume " + word));
    }
    console.note("  " + session.proposal("show " + turn));
    console.note("  " + session.proposal("history " + word));
    console.note("  " + session.proposal("verify " + word + " --expect " + report.receipt()));
  }

  /** What a share of the commits took at the most, in milliseconds. */
  static double commitWithin(RunReport report, double share) {
    return millis(report.commits().within(share));
  }

  private double mean(Duration total) {
    return mean(report, total);
  }

  /** A total as the mean of a turn, in milliseconds. */
  static double mean(RunReport report, Duration total) {
    return report.turns() == 0 ? 0 : millis(total.dividedBy(report.turns()));
  }

  private List<Column<RunReport>> columns() {
    return List.of(
        Column.of("simulation_id", r -> r.simulation().id()),
        Column.of("name", r -> name),
        Column.of("status", r -> r.status().text()),
        Column.of("turn_number", r -> r.head().turn().value()),
        Column.of("target_turn", r -> r.target().value()),
        Column.of("turns", RunReport::turns),
        Column.of("engine_ms", r -> mean(r.timings().engine())),
        Column.of("encoding_ms", r -> mean(r.timings().encoding())),
        Column.of("commit_ms", r -> mean(r.timings().commit())),
        Column.of("commit_median_ms", r -> commitWithin(r, MEDIAN)),
        Column.of("commit_p99_ms", r -> commitWithin(r, P99)),
        Column.of("stored_bytes", RunReport::storedBytes),
        Column.of("chain_hash", r -> r.head().chainHash()),
        Column.of("provenance_hash", r -> r.head().provenanceHash()),
        Column.of("receipt", RunReport::receipt));
  }

  private static void line(Console console, String label, String text) {
    console.println(
        console.style().paint(Part.HEADING, String.format("%-12s", label))
            + " "
            + PrintableText.of(text));
  }
}
