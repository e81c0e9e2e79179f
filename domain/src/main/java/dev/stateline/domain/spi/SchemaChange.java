package dev.stateline.domain.spi;

import dev.stateline.domain.spi.DatabaseStatus.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of the schema, as a database has it.
 *
 * @param id its name, for example {@code 0001-foundation}
 * @param state whether it was made
 * @param appliedAt when it was made, where the database tells
 */
public record SchemaChange(String id, State state, Optional<Instant> appliedAt) {

  /** Whether a change was made. */
  public enum State {
    /** This program knows it, and it was made. */
    APPLIED,
    /** This program knows it, and it is still to be made. */
    PENDING,
    /** It was made by a newer program; this one does not know it. */
    UNKNOWN
  }

  public SchemaChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(appliedAt, "appliedAt");
  }

  public boolean isApplied() {
    return state != State.PENDING;
  }

  /**
   * How a schema stands by the record of its changes.
   *
   * @param changes all of its changes
   * @return never {@link Standing#UNRECORDED}
   */
  public static Standing standing(List<SchemaChange> changes) {
    if (changes.stream().anyMatch(change -> change.state() == State.UNKNOWN)) {
      return Standing.NEWER;
    }
    if (changes.stream().noneMatch(SchemaChange::isApplied)) {
      return Standing.ABSENT;
    }
    return changes.stream().allMatch(SchemaChange::isApplied) ? Standing.CURRENT : Standing.BEHIND;
  }
}
