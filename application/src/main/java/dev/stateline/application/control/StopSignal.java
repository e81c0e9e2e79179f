package dev.stateline.application.control;

/** Asks runs to stop after the turn that they are in. Once given, it stays. Thread-safe. */
public final class StopSignal {

  private volatile boolean requested;

  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }
}
