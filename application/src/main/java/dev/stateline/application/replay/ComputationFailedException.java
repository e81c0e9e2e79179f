package dev.stateline.application.replay;

/** A scenario threw, or made what cannot be kept, where it had computed a turn before. */
final class ComputationFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  ComputationFailedException(Throwable cause) {
    super(
        cause.getMessage() == null
            ? cause.getClass().getSimpleName()
            : cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        cause);
  }
}
