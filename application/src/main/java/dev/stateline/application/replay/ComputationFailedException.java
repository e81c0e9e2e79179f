package dev.stateline.application.replay;

/** A scenario threw, or made what cannot be kept, where it had computed a turn before. */
final class ComputationFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  ComputationFailedException(Exception cause) {
    super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
  }
}
