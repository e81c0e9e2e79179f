package dev.stateline.cli.session;

import picocli.CommandLine.Option;

/** The option {@code --yes} of commands that destroy or lock away, and the question without it. */
public final class Confirmation {

  @Option(names = "--yes", description = "Do it without asking.")
  private boolean yes;

  /**
   * Shows what is about to happen and asks.
   *
   * @throws UsageException if there is nobody to be asked
   */
  public boolean given(Session session, String intent) {
    session.console().note(intent);
    if (yes) {
      return true;
    }
    if (!session.console().canAsk()) {
      throw new UsageException("nobody can be asked here: give --yes to do it all the same");
    }
    if (session.console().confirms("Do it?")) {
      return true;
    }
    session.console().note("Nothing was changed.");
    return false;
  }
}
