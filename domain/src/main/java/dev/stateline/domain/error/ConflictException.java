package dev.stateline.domain.error;

import java.util.Optional;

/** Somebody else was there first. Where it is a writer, the error names it. */
public final class ConflictException extends StatelineException {

  private static final long serialVersionUID = 1L;

  private final String holder;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CONFLICT}
   */
  public ConflictException(ErrorCode code, String message) {
    this(code, message, Optional.empty());
  }

  /**
   * @param holder who holds what was asked for, as that writer described itself
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CONFLICT}
   */
  public ConflictException(ErrorCode code, String message, Optional<String> holder) {
    super(code, ErrorCategory.CONFLICT, message, null);
    this.holder = holder.orElse(null);
  }

  public Optional<String> holder() {
    return Optional.ofNullable(holder);
  }
}
