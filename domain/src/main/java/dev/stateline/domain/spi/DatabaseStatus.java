package dev.stateline.domain.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A database as it stands, whatever its schema is.
 *
 * @param description what and where it is, on one line and without secrets
 * @param engine its engine and version, for example {@code SQLite 3.54.1}
 * @param changes the schema's changes: first those that this program knows, in their order, then
 *     those that only a newer one knows
 * @param tables Stateline's tables that are there
 * @param bytes what the whole database takes, where the engine tells
 */
public record DatabaseStatus(
    String description,
    String engine,
    List<SchemaChange> changes,
    List<TableSize> tables,
    OptionalLong bytes) {

  /** How the schema stands to the one that this program knows. */
  public enum Standing {
    /** There is no schema of Stateline's. */
    ABSENT,
    /** The tables are there, and the record of the changes that made them is not. */
    UNRECORDED,
    /** Some of the program's changes are still to be made. */
    BEHIND,
    /** It is the one that the program knows. */
    CURRENT,
    /** It has changes that only a newer program knows; this one does not open it. */
    NEWER
  }

  /**
   * A table of Stateline's.
   *
   * @param rows its rows, where they may be counted
   * @param bytes what it takes with its indexes, where the engine tells
   */
  public record TableSize(String name, OptionalLong rows, OptionalLong bytes) {

    public TableSize {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(rows, "rows");
      Objects.requireNonNull(bytes, "bytes");
    }
  }

  public DatabaseStatus {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(engine, "engine");
    changes = List.copyOf(changes);
    tables = List.copyOf(tables);
    Objects.requireNonNull(bytes, "bytes");
  }

  public Standing standing() {
    Standing recorded = SchemaChange.standing(changes);
    return recorded == Standing.ABSENT && !tables.isEmpty() ? Standing.UNRECORDED : recorded;
  }

  /** The changes of this status that were still to be made in another. */
  public List<SchemaChange> appliedSince(Optional<DatabaseStatus> before) {
    return changes.stream()
        .filter(SchemaChange::isApplied)
        .filter(change -> before.stream().noneMatch(b -> b.hasApplied(change.id())))
        .toList();
  }

  private boolean hasApplied(String id) {
    return changes.stream().anyMatch(change -> change.isApplied() && change.id().equals(id));
  }
}
