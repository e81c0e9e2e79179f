package dev.stateline.cli.session;

/** How the command line hears that a person wants it to stop. Thread-safe. */
@FunctionalInterface
public interface Interrupts {

  /** Interrupts that never come. */
  Interrupts NONE = action -> () -> {};

  /**
   * Calls the action on the first interrupt (Ctrl-C, or a polite request to end); the second one
   * ends the process at once.
   *
   * @param action called on a thread of its own
   * @return closed when interrupts are to have their usual effect again
   */
  Registration onInterrupt(Runnable action);

  /** An action that interrupts call, until this is closed. */
  interface Registration extends AutoCloseable {

    /** Closing again does nothing. */
    @Override
    void close();
  }
}
