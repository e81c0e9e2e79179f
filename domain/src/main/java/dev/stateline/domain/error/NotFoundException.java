package dev.stateline.domain.error;

/** What was asked for is not there. */
public final class NotFoundException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#NOT_FOUND}
   */
  public NotFoundException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#NOT_FOUND}
   */
  public NotFoundException(ErrorCode code, String message, Throwable cause) {
    super(code, ErrorCategory.NOT_FOUND, message, cause);
  }
}
