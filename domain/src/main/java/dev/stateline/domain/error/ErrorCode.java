package dev.stateline.domain.error;

import java.util.Locale;

/** The stable names of all errors. A code never changes its meaning; new ones may come. */
public enum ErrorCode {
  INVALID_VALUE(ErrorCategory.CALLER),
  INVALID_DOCUMENT(ErrorCategory.CALLER),
  INVALID_CONFIGURATION(ErrorCategory.CALLER),
  INVALID_STATUS_CHANGE(ErrorCategory.CALLER),
  AMBIGUOUS_REFERENCE(ErrorCategory.CALLER),
  NOT_SUPPORTED(ErrorCategory.CALLER),
  TURN_OUT_OF_RANGE(ErrorCategory.NOT_FOUND),
  SIMULATION_NOT_FOUND(ErrorCategory.NOT_FOUND),
  CHECKPOINT_NOT_FOUND(ErrorCategory.NOT_FOUND),
  SCENARIO_NOT_FOUND(ErrorCategory.NOT_FOUND),
  PATH_NOT_FOUND(ErrorCategory.NOT_FOUND),
  DATABASE_NOT_FOUND(ErrorCategory.NOT_FOUND),
  STATE_PRUNED(ErrorCategory.NOT_FOUND),
  NAME_TAKEN(ErrorCategory.CONFLICT),
  SIMULATION_EXISTS(ErrorCategory.CONFLICT),
  WRITER_PRESENT(ErrorCategory.CONFLICT),
  WRITER_FENCED(ErrorCategory.CONFLICT),
  HEAD_MOVED(ErrorCategory.CONFLICT),
  STILL_NEEDED(ErrorCategory.CONFLICT),
  HISTORY_DIVERGED(ErrorCategory.CONFLICT),
  DATABASE_UNAVAILABLE(ErrorCategory.UNAVAILABLE),
  DATABASE_BUSY(ErrorCategory.UNAVAILABLE),
  DATABASE_UNUSABLE(ErrorCategory.UNAVAILABLE),
  SCHEMA_UNSUPPORTED(ErrorCategory.UNAVAILABLE),
  CORRUPT_DATA(ErrorCategory.CORRUPT),
  SCENARIO_FAILED(ErrorCategory.INTERNAL),
  INTERNAL_ERROR(ErrorCategory.INTERNAL);

  private final ErrorCategory category;

  ErrorCode(ErrorCategory category) {
    this.category = category;
  }

  public ErrorCategory category() {
    return category;
  }

  /** The code as it is documented, for example {@code simulation-not-found}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
