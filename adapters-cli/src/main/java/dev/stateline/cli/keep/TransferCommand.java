package dev.stateline.cli.keep;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.transfer.TransferResult;
import dev.stateline.application.workspace.ConfigurationException;
import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.NarrowText;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.UsageException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code stateline transfer}. */
@Command(
    name = "transfer",
    header = "Copy simulations to another database, for example from SQLite to PostgreSQL.",
    description =
        "%nCopies simulations with all turns, checkpoints, ids and times, and checks every hash on"
            + " the way. A simulation is seen in the target when all of it is there. A transfer"
            + " that was stopped or killed goes on when the same command is given again; what is"
            + " there already is not copied twice. In the end the receipts of both sides are"
            + " compared.",
    footer = {
      "Example: stateline transfer --from laptop.yaml --to server.yaml first second",
      "Example: stateline transfer --to copy.db"
    })
final class TransferCommand implements Callable<Integer> {

  private static final List<Column<TransferResult>> COLUMNS =
      List.of(
          Column.of("name", r -> r.simulation().name()),
          Column.of("outcome", r -> r.outcome().name().toLowerCase(Locale.ROOT)),
          Column.<TransferResult>of("turns", TransferResult::turns).headed("turns copied"),
          Column.<TransferResult>of("turn_number", r -> r.source().turn().value()).headed("head"),
          Column.<TransferResult>of("equal", TransferResult::isEqual).headed("receipts equal"),
          Column.<TransferResult>of("id", r -> r.simulation().id()).narrowedBy(NarrowText::ofId),
          Column.hidden("receipt", TransferResult::source),
          Column.hidden("target_receipt", TransferResult::target));

  @Parameters(
      arity = "0..*",
      paramLabel = "N",
      description = "The simulations; all of them if none is named.")
  private List<String> references = List.of();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "The source: its configuration file, or a SQLite database; the one in force if it is not"
              + " given.")
  private Optional<Path> from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The target: its configuration file, or a SQLite database (a name with .db).")
  private Path to;

  @Option(
      names = "--discard-unfinished",
      description = "First throw away what transfers that were stopped left in the target.")
  private boolean discardUnfinished;

  @Mixin private OutputOption output;

  private final Session session;

  TransferCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (from.isPresent() && session.options().nameADatabase()) {
      throw new UsageException("--from says where from, and so do --config and --db; give one");
    }
    requireTwoFiles();
    try (Workspace source = openSource()) {
      // Before the target is opened, which makes the database if there is none.
      List<Simulation> wanted =
          references.stream().map(source.stateline().simulations()::find).toList();
      try (Workspace target = session.open(to, AccessMode.READ_WRITE)) {
        requireTwoThatLast(source, target);
        Transfer transfer = source.stateline().transferTo(target.stateline());
        if (discardUnfinished) {
          noteDiscarded(transfer.discardUnfinished());
        }
        session
            .console()
            .note("From " + source.description() + " to " + target.description() + ".");
        return copy(wanted, transfer);
      }
    }
  }

  /** Refuses one file as source and target, by whichever paths it is named. */
  private void requireTwoFiles() {
    Optional<Path> source =
        sound(from.map(session::configuration).orElseGet(session::configuration)).databaseFile();
    Optional<Path> target = sound(session.configuration(to)).databaseFile();
    if (source.isPresent() && target.isPresent() && isSame(source.get(), target.get())) {
      throw new UsageException(
          "source and target are both the database file " + source.get() + "; name two databases");
    }
  }

  /** What a wrong configuration would name is nothing to compare. */
  private static ConfigurationView sound(ConfigurationView configuration) {
    if (!configuration.problems().isEmpty()) {
      throw new ConfigurationException(configuration.problems());
    }
    return configuration;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      // One that is not there, or not to be read: opening it says so.
      return false;
    }
  }

  private Workspace openSource() {
    return from.map(file -> session.open(file, AccessMode.READ_ONLY))
        .orElseGet(session::openForReading);
  }

  private static void requireTwoThatLast(Workspace source, Workspace target) {
    if (!source.isKept() || !target.isKept()) {
      throw new UsageException(
          "a database in memory is gone when this command ends; name two that are kept");
    }
    if (source.description().equals(target.description())) {
      throw new UsageException(
          "source and target are both " + source.description() + "; name two databases");
    }
  }

  private void noteDiscarded(List<Simulation> discarded) {
    for (Simulation simulation : discarded) {
      session
          .console()
          .note(
              "Discarded the unfinished transfer of '"
                  + simulation.name()
                  + "', which had come to turn "
                  + simulation.head().turn()
                  + ".");
    }
  }

  private int copy(List<Simulation> wanted, Transfer transfer) {
    StopSignal stop = new StopSignal();
    TransferInTerminal watch = new TransferInTerminal(session.console());
    long begin = System.nanoTime();
    Interrupts.Registration registration =
        session.interrupts().onInterrupt(() -> interrupted(stop), this::lastWords);
    try {
      if (references.isEmpty()) {
        transfer.copyAll(watch, stop);
      } else {
        transfer.copy(wanted, watch, stop);
      }
    } catch (StatelineException e) {
      // What is whole by then stays so; the error says what is not.
      if (!watch.results().isEmpty()) {
        Rows.print(session.console(), output.format(), COLUMNS, watch.results());
      }
      throw e;
    } finally {
      registration.close();
      watch.close();
    }
    return report(watch.results(), watch.turns(), (System.nanoTime() - begin) / 1e9, stop);
  }

  private void interrupted(StopSignal stop) {
    stop.request();
    session
        .console()
        .note("Stopping; once more stops at once (what was copied stays for the next time).");
  }

  private void lastWords() {
    session
        .console()
        .note("Stopped at once: what was copied stays, and the same command goes on from there.");
  }

  private int report(List<TransferResult> results, long turns, double seconds, StopSignal stop) {
    Rows.print(session.console(), output.format(), COLUMNS, results);
    long unequal = results.stream().filter(result -> !result.isEqual()).count();
    String copied =
        String.format(Locale.ROOT, "%s copied in %.1f s", count(turns, "turn"), seconds);
    if (stop.isRequested()) {
      session
          .console()
          .note("Stopped before the end, " + copied + "; the same command goes on from there.");
    } else {
      session
          .console()
          .note(count(results.size(), "simulation") + " whole in the target, " + copied + ".");
    }
    if (!results.isEmpty()) {
      session
          .console()
          .note(
              unequal == 0
                  ? "All receipts are equal on both sides."
                  : unequal + " of the receipts differ, which must not be: verify both sides.");
    }
    return unequal > 0
        ? ExitCode.VERIFICATION_FAILED
        : stop.isRequested() ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
