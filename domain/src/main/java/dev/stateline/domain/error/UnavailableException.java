package dev.stateline.domain.error;

/** The database cannot be used now. A caller may try again later. */
public final class UnavailableException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link
   *     ErrorCategory#UNAVAILABLE}
   */
  public UnavailableException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link
   *     ErrorCategory#UNAVAILABLE}
   */
  public UnavailableException(ErrorCode code, String message, Throwable cause) {
    this(code, message, ErrorDetails.NONE, cause);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link
   *     ErrorCategory#UNAVAILABLE}
   */
  public UnavailableException(
      ErrorCode code, String message, ErrorDetails details, Throwable cause) {
    super(code, ErrorCategory.UNAVAILABLE, message, details, cause);
  }
}
