package dev.stateline.application.control;

/** A clock for durations only, such as {@code System::nanoTime}. */
@FunctionalInterface
public interface Ticker {

  /** Nanoseconds since some moment that stays the same for the life of the ticker. */
  long nanos();
}
