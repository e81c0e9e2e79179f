package dev.stateline.domain.error;

/** The request is wrong and stays wrong however often it is made. */
public final class InvalidInputException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /** An {@link ErrorCode#INVALID_VALUE}. */
  public InvalidInputException(String message) {
    this(ErrorCode.INVALID_VALUE, message);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CALLER}
   */
  public InvalidInputException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CALLER}
   */
  public InvalidInputException(ErrorCode code, String message, Throwable cause) {
    this(code, message, ErrorDetails.NONE, cause);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CALLER}
   */
  public InvalidInputException(
      ErrorCode code, String message, ErrorDetails details, Throwable cause) {
    super(code, ErrorCategory.CALLER, message, details, cause);
  }

  /** INVALID_STATUS_CHANGE: that step does not exist. */
  public static InvalidInputException statusChange(Object simulation, String from, String to) {
    return new InvalidInputException(
        ErrorCode.INVALID_STATUS_CHANGE,
        "simulation '" + simulation + "' is " + from + " and cannot become " + to,
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.ACTUAL, from)
            .with(ErrorField.EXPECTED, to),
        null);
  }

  /** INVALID_STATUS_CHANGE: an archived simulation is not written to. */
  public static InvalidInputException archived(Object simulation) {
    return new InvalidInputException(
        ErrorCode.INVALID_STATUS_CHANGE,
        "simulation '" + simulation + "' is archived: it is kept for reading",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(Remedy.UNARCHIVE),
        null);
  }

  /**
   * A stored document does not fit: the error that showed it, with the document's name before it.
   *
   * @param simulation whose it is
   * @param document which one, for example {@code the stored parameters}
   */
  public static InvalidInputException misfit(
      Object simulation, String document, InvalidInputException cause) {
    return new InvalidInputException(
        cause.code(),
        document + " of simulation '" + simulation + "': " + cause.getMessage(),
        cause
            .details()
            .with(ErrorField.SIMULATION, simulation)
            .with(ErrorField.PROBLEM, cause.getMessage()),
        cause);
  }

  /** INVALID_VALUE: on record, the patch would say that a person changed what is as it was. */
  public static InvalidInputException changesNothing(Object simulation, int turn) {
    return new InvalidInputException(
        ErrorCode.INVALID_VALUE,
        "the patch changes nothing in the state of turn "
            + turn
            + " of simulation '"
            + simulation
            + "'; give one that changes a value, or fork without a patch",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.TURN, turn),
        null);
  }

  /**
   * INVALID_VALUE: something else would compute the next turns than computed the last one.
   *
   * @param turn the last one
   * @param expected what computed it
   * @param actual what would compute the next
   */
  public static InvalidInputException otherEngine(
      Object simulation, int turn, String expected, String actual) {
    return new InvalidInputException(
        ErrorCode.INVALID_VALUE,
        "turn "
            + turn
            + " of simulation '"
            + simulation
            + "' was computed by "
            + expected
            + ", and the next would be by "
            + actual
            + "; the same engine and parameters were required",
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.TURN, turn)
            .with(ErrorField.EXPECTED, expected)
            .with(ErrorField.ACTUAL, actual),
        null);
  }

  /**
   * NOT_SUPPORTED: how every adapter says that it lacks an ability.
   *
   * @param database what and where it is
   * @param ability what it cannot do, for example {@code fork simulations}
   */
  public static InvalidInputException notSupported(String database, String ability) {
    return new InvalidInputException(
        ErrorCode.NOT_SUPPORTED,
        database + " cannot " + ability + "; its adapter has no such ability",
        ErrorDetails.of(ErrorField.DATABASE, database).with(ErrorField.ABILITY, ability),
        null);
  }
}
