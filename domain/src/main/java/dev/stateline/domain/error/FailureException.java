package dev.stateline.domain.error;

/** An engine, an action source or Stateline itself has a defect. */
public final class FailureException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#INTERNAL}
   */
  public FailureException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#INTERNAL}
   */
  public FailureException(ErrorCode code, String message, Throwable cause) {
    this(code, message, ErrorDetails.NONE, cause);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#INTERNAL}
   */
  public FailureException(ErrorCode code, String message, ErrorDetails details, Throwable cause) {
    super(code, ErrorCategory.INTERNAL, message, details, cause);
  }
}
