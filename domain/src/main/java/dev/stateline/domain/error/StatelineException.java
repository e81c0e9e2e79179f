package dev.stateline.domain.error;

import java.util.Objects;
import java.util.Optional;

/**
 * The one base of all errors that Stateline throws across its ports. The message says what
 * happened, and to what; it is fit to be shown to a person as it stands, and names no command of
 * any front end. What helps is said by {@link ErrorDetails#remedy}.
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
  private final ErrorDetails details;

  StatelineException(
      ErrorCode code,
      ErrorCategory expected,
      String message,
      ErrorDetails details,
      Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    if (code.category() != expected) {
      throw new IllegalArgumentException(code + " is not of category " + expected);
    }
    this.code = code;
    this.details = Objects.requireNonNull(details, "details");
  }

  public ErrorCode code() {
    return code;
  }

  public ErrorCategory category() {
    return code.category();
  }

  /** What it says beside its message: fields, and what helps. */
  public ErrorDetails details() {
    return details;
  }

  /** One of its fields; empty if it does not say. */
  public Optional<String> field(ErrorField field) {
    return details.field(field);
  }
}
