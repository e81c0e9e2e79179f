package dev.stateline.cli.session;

/** How the command line hears that a person wants it to stop. Thread-safe. */
@FunctionalInterface
public interface Interrupts {

  /** Interrupts that never come. */
  Interrupts NONE = (action, lastWords) -> () -> {};

  /**
   * Calls the action on the first interrupt (Ctrl-C, or a polite request to end); the second one
   * ends the process at once, after the last words.
   *
   * @param action called on a thread of its own
   * @param lastWords called on such a thread too; short, and waiting for nothing
   * @return closed when interrupts are to have their usual effect again
   */
  Registration onInterrupt(Runnable action, Runnable lastWords);

  /** An action that interrupts call, until this is closed. */
  interface Registration extends AutoCloseable {

    /** Closing again does nothing. */
    @Override
    void close();
  }
}
