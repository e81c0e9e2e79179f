package dev.stateline.cli.run;

import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code run}, {@code resume}, {@code scenarios} and {@code backtest}. */
public final class RunCommands {

  private RunCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<Object> of(Session session) {
    return List.of(
        new RunCommand(session),
        new ResumeCommand(session),
        new ScenariosCommand(session),
        new BacktestCommand(session));
  }
}
