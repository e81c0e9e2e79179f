package dev.stateline.domain.error;

/** A stored value is not what was written: its place is named. */
public final class CorruptDataException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @param place whose data it is, for example {@code simulation 'world', turn 12}
   * @param column table and column, for example {@code turns.state_payload}
   * @param problem what is wrong with it
   */
  public CorruptDataException(String place, String column, String problem) {
    this(place, column, problem, (Throwable) null);
  }

  /** As the first constructor, with the error that showed it. */
  public CorruptDataException(String place, String column, String problem, Throwable cause) {
    this(place, column, problem, details(place, column, problem), cause);
  }

  /** As the first constructor, with what helps. */
  public CorruptDataException(String place, String column, String problem, Remedy remedy) {
    this(place, column, problem, details(place, column, problem).with(remedy), null);
  }

  /** As the first constructor, with what helps, and the error that showed it. */
  public CorruptDataException(
      String place, String column, String problem, Remedy remedy, Throwable cause) {
    this(place, column, problem, details(place, column, problem).with(remedy), cause);
  }

  /** A table that is not there any more. */
  public static CorruptDataException lostTable(String database, String table, Throwable cause) {
    return new CorruptDataException(
        database, table, "the table is missing; restore a backup", cause);
  }

  private CorruptDataException(
      String place, String column, String problem, ErrorDetails details, Throwable cause) {
    super(
        ErrorCode.CORRUPT_DATA,
        ErrorCategory.CORRUPT,
        place + ", column " + column + ": " + problem,
        details,
        cause);
  }

  private static ErrorDetails details(String place, String column, String problem) {
    return ErrorDetails.of(ErrorField.PLACE, place)
        .with(ErrorField.COLUMN, column)
        .with(ErrorField.PROBLEM, problem);
  }

  public String place() {
    return field(ErrorField.PLACE).orElseThrow();
  }

  public String column() {
    return field(ErrorField.COLUMN).orElseThrow();
  }

  /** What is wrong, without the place. */
  public String problem() {
    return field(ErrorField.PROBLEM).orElseThrow();
  }
}
