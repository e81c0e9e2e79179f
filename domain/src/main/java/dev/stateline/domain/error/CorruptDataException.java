package dev.stateline.domain.error;

import java.util.Objects;

/** A stored value is not what was written: its place is named. */
public final class CorruptDataException extends StatelineException {

  private static final long serialVersionUID = 1L;

  private final String place;
  private final String column;
  private final String problem;

  /**
   * @param place whose data it is, for example {@code simulation 'world', turn 12}
   * @param column table and column, for example {@code states.state_payload}
   * @param problem what is wrong with it
   */
  public CorruptDataException(String place, String column, String problem) {
    this(place, column, problem, null);
  }

  /** As the other constructor, with the error that showed it. */
  public CorruptDataException(String place, String column, String problem, Throwable cause) {
    super(
        ErrorCode.CORRUPT_DATA,
        ErrorCategory.CORRUPT,
        place + ", column " + column + ": " + problem,
        cause);
    this.place = Objects.requireNonNull(place, "place");
    this.column = Objects.requireNonNull(column, "column");
    this.problem = problem;
  }

  public String place() {
    return place;
  }

  public String column() {
    return column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
