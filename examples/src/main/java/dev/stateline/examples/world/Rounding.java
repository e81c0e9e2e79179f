package dev.stateline.examples.world;

/** The precision of the state's numbers: what a reader can use, and no more bytes than that. */
final class Rounding {

  private static final double MICRO = 1e6;

  private Rounding() {}

  /** To whole dollars or persons. */
  static double amount(double value) {
    return StrictMath.rint(value);
  }

  /** To six decimals. */
  static double ratio(double value) {
    // Adding 0 turns -0, which JSON readers tell apart, into 0.
    return StrictMath.rint(value * MICRO) / MICRO + 0.0;
  }

  static double clamp(double value, double min, double max) {
    return StrictMath.max(min, StrictMath.min(max, value));
  }
}
