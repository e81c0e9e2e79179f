package dev.stateline.domain.error;

import java.util.Objects;

/**
 * The one base of all errors that Stateline throws across its ports. The message says what
 * happened, to what, and what to do; it is fit to be shown to a person as it stands.
 */
public abstract sealed class StatelineException extends RuntimeException
    permits InvalidInputException,
        NotFoundException,
        ConflictException,
        UnavailableException,
        CorruptDataException,
        FailureException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  StatelineException(ErrorCode code, ErrorCategory expected, String message, Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    if (code.category() != expected) {
      throw new IllegalArgumentException(code + " is not of category " + expected);
    }
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  public ErrorCategory category() {
    return code.category();
  }
}
