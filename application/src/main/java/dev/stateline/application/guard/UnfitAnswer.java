package dev.stateline.application.guard;

/** A stranger's method gave something that is not what its contract says. */
final class UnfitAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitAnswer(String problem) {
    super(problem, null, false, false);
  }
}
