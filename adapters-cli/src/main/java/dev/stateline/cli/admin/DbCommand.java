package dev.stateline.cli.admin;

import dev.stateline.application.workspace.Workspace;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.Rows;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.session.OutputOption;
import dev.stateline.cli.session.Session;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.SchemaChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code stateline db}. */
@Command(
    name = "db",
    header = "Look at the database and its schema, bring the schema up to date.",
    description = "%nEvery command that writes brings the schema up to date; no other one does.",
    footer = "Example: stateline db status")
final class DbCommand {

  private static final List<Column<SchemaChange>> CHANGES =
      List.of(
          Column.<SchemaChange>of("id", SchemaChange::id).headed("schema change"),
          Column.<SchemaChange>of("state", c -> word(c.state())),
          Column.<SchemaChange>of("applied_at", SchemaChange::appliedAt).headed("applied"));

  private final Session session;

  DbCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "status",
      header = "Look at the database, its schema and its tables.",
      description =
          "%nPrints the engine, the changes of the schema, and the tables with their sizes; changes"
              + " nothing.",
      footer = "Example: stateline db status")
  int status(@Mixin OutputOption output) {
    Optional<DatabaseStatus> status = session.databaseStatus();
    List<StatusRow> rows = status.map(StatusRow::all).orElse(List.of());
    Rows.print(session.console(), output.format(), StatusRow.COLUMNS, rows);
    status.map(DatabaseStatus::standing).ifPresentOrElse(this::advise, this::noSchema);
    return ExitCode.DONE;
  }

  private void advise(Standing standing) {
    switch (standing) {
      case ABSENT, BEHIND ->
          session
              .console()
              .note("'" + session.proposal("db migrate") + "' makes the pending changes.");
      case UNRECORDED ->
          session
              .console()
              .note(
                  "'"
                      + session.proposal("db migrate")
                      + "' makes the record of the changes anew; the tables stay.");
      case NEWER ->
          session
              .console()
              .note(
                  "The unknown changes are those of a newer version of Stateline; use that version,"
                      + " or a later one.");
      case CURRENT -> {
        // Nothing is to be done.
      }
    }
  }

  private void noSchema() {
    session.console().note("The configured database has no schema.");
  }

  @Command(
      name = "migrate",
      header = "Bring the schema up to date.",
      description =
          "%nMakes the pending changes of the schema, and prints those that were made; makes the"
              + " database where there is none.",
      footer = "Example: stateline db migrate")
  int migrate(@Mixin OutputOption output) {
    Optional<DatabaseStatus> before = statusIfThere();
    try (Workspace workspace = session.openOrCreate()) {
      Optional<DatabaseStatus> after = session.databaseStatus();
      List<SchemaChange> made = after.map(a -> a.appliedSince(before)).orElse(List.of());
      Rows.print(session.console(), output.format(), CHANGES, made);
      if (after.isEmpty()) {
        noSchema();
      } else if (made.isEmpty()) {
        session.console().note(workspace.description() + " is up to date.");
      }
    }
    return ExitCode.DONE;
  }

  private Optional<DatabaseStatus> statusIfThere() {
    try {
      return session.databaseStatus();
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
