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
    super(code, ErrorCategory.CALLER, message, cause);
  }
}
