package dev.stateline.cli.admin;

import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.HumanNumber;
import dev.stateline.domain.spi.DatabaseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A line of {@code db status}: the database itself, a change of its schema, or a table. */
record StatusRow(
    String kind,
    String name,
    Optional<String> state,
    Optional<Instant> appliedAt,
    Optional<Long> rows,
    Optional<Long> bytes,
    Optional<String> engine) {

  static final List<Column<StatusRow>> COLUMNS =
      List.of(
          Column.<StatusRow>of("kind", StatusRow::kind).headed("what"),
          Column.<StatusRow>of("name", StatusRow::name),
          Column.<StatusRow>of("state", StatusRow::state),
          Column.<StatusRow>of("applied_at", StatusRow::appliedAt).headed("applied"),
          Column.<StatusRow>of("rows", StatusRow::rows),
          Column.<StatusRow>of("bytes", StatusRow::bytes)
              .headed("size")
              .shownAs(bytes -> HumanNumber.bytes((Long) bytes)),
          Column.<StatusRow>of("engine", StatusRow::engine));

  /** All lines: the database, then the changes, then the tables. */
  static List<StatusRow> all(DatabaseStatus status) {
    List<StatusRow> all = new ArrayList<>();
    all.add(
        new StatusRow(
            "database",
            status.description(),
            Optional.of(DbCommand.word(status.standing())),
            Optional.empty(),
            Optional.empty(),
            boxed(status.bytes()),
            Optional.of(status.engine())));
    status
        .changes()
        .forEach(
            change ->
                all.add(
                    new StatusRow(
                        "change",
                        change.id(),
                        Optional.of(DbCommand.word(change.state())),
                        change.appliedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    status
        .tables()
        .forEach(
            table ->
                all.add(
                    new StatusRow(
                        "table",
                        table.name(),
                        Optional.empty(),
                        Optional.empty(),
                        boxed(table.rows()),
                        boxed(table.bytes()),
                        Optional.empty())));
    return all;
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
