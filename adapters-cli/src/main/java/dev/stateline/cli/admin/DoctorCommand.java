package dev.stateline.cli.admin;

import dev.stateline.application.workspace.ConfigurationView;
import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.RemedyWords;
import dev.stateline.cli.session.Session;
import dev.stateline.cli.session.Version;
import dev.stateline.cli.terminal.Style;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Finding.Grade;
import dev.stateline.domain.turn.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code stateline doctor}. */
@Command(
    name = "doctor",
    header = "Look at the health of the installation and of the database.",
    description = "%nChecks configuration, Java, terminal, disk and database; changes nothing.",
    footer = "Example: stateline doctor")
final class DoctorCommand implements Callable<Integer> {

  /** How many simulations are looked at; each takes a millisecond or two. */
  private static final int MOST_HEADS = 1000;

  @Mixin private OutputOption output;

  private final Session session;
  private final List<Finding> findings = new ArrayList<>();
  private int exitCode = ExitCode.DONE;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    findings.add(Finding.ok("stateline", Version.number()));
    findings.add(Finding.ok("java", System.getProperty("java.vm.name") + " " + Runtime.version()));
    findings.add(Finding.ok("system", Version.operatingSystem()));
    findings.add(Finding.ok("terminal", terminal()));
    ConfigurationView configuration = session.configuration();
    configuration(configuration);
    configuration.databaseFile().ifPresent(file -> findings.addAll(new DiskCheck(file).findings()));
    if (configuration.problems().isEmpty()) {
      database();
    }
    Rows.print(session.console(), output.format(), columns(), findings);
    return exitCode == ExitCode.DONE && hasProblem() ? ExitCode.FAILED : exitCode;
  }

  private void configuration(ConfigurationView configuration) {
    findings.add(Finding.ok("adapters", String.join(", ", configuration.adapters())));
    findings.add(Finding.ok("configuration", configuration.source()));
    configuration
        .problems()
        .forEach(problem -> findings.add(Finding.problem("configuration", problem)));
    plugIns();
    if (!configuration.problems().isEmpty()) {
      exitCode = ExitCode.USAGE;
    }
  }

  /** One that is broken is no problem of this installation until somebody needs it. */
  private void plugIns() {
    session
        .door()
        .brokenPlugIns()
        .forEach(problem -> findings.add(Finding.warning("plug-in", "not used: " + problem)));
  }

  private void database() {
    try (Workspace workspace = session.openForDiagnosis()) {
      findings.add(Finding.ok("adapter", workspace.description()));
      findings.addAll(workspace.diagnose());
      damagedSimulations(workspace);
      stateVersions(workspace);
    } catch (NotFoundException e) {
      findings.add(Finding.ok("database", "none yet: " + RemedyWords.message(e)));
      surroundings();
    } catch (InvalidInputException e) {
      findings.add(Finding.problem("configuration", RemedyWords.message(e)));
      exitCode = ExitCode.USAGE;
    } catch (UnavailableException e) {
      findings.add(Finding.problem("database", RemedyWords.message(e)));
      exitCode = ExitCode.UNAVAILABLE;
      surroundings();
    } catch (CorruptDataException e) {
      findings.add(Finding.problem("database", RemedyWords.message(e)));
      exitCode = ExitCode.VERIFICATION_FAILED;
    }
  }

  /** A database that cannot be opened lies somewhere all the same. */
  private void surroundings() {
    try {
      findings.addAll(session.diagnose());
    } catch (UnavailableException e) {
      // Opening has said why.
      exitCode = ExitCode.UNAVAILABLE;
    }
  }

  private void damagedSimulations(Workspace workspace) {
    workspace.stateline().simulations().look(Optional.empty(), MOST_HEADS).stream()
        .flatMap(s -> s.defect().map(d -> damaged(s.name(), d)).stream())
        .forEach(findings::add);
  }

  private static Finding damaged(String name, Defect defect) {
    return Finding.problem(
        "simulation '" + name + "'",
        defect.column() + ": " + defect.problem() + "; 'stateline verify' says more");
  }

  private void stateVersions(Workspace workspace) {
    int looked = 0;
    for (var scenario : workspace.stateline().storedVersions().atHeads(MOST_HEADS).entrySet()) {
      for (var version : scenario.getValue().entrySet()) {
        looked += version.getValue();
        stateVersion(
            scenario.getKey()
                + ": version "
                + version.getKey()
                + " at the head of "
                + version.getValue()
                + (version.getValue() == 1 ? " simulation" : " simulations"));
      }
    }
    if (looked == MOST_HEADS) {
      stateVersion("only the first " + MOST_HEADS + " simulations were looked at");
    }
  }

  private void stateVersion(String detail) {
    findings.add(Finding.ok("state versions", detail));
  }

  private String terminal() {
    return "standard input "
        + yesNo(session.console().facts().input())
        + ", output "
        + yesNo(session.console().facts().output())
        + ", errors "
        + yesNo(session.console().facts().error())
        + "; "
        + session.console().facts().columns()
        + " columns; colours "
        + (session.console().style() == Style.COLOURED ? "on" : "off");
  }

  private static String yesNo(boolean isTerminal) {
    return isTerminal ? "yes" : "no";
  }

  private boolean hasProblem() {
    return findings.stream().anyMatch(finding -> finding.grade() == Grade.PROBLEM);
  }

  private static List<Column<Finding>> columns() {
    return List.of(
        Column.of("grade", f -> f.grade().name().toLowerCase(Locale.ROOT)),
        Column.of("subject", Finding::subject),
        Column.of("detail", Finding::detail));
  }
}
