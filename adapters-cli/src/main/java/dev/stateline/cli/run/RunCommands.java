package dev.stateline.cli.run;

import dev.stateline.cli.session.LazyCommand;
import dev.stateline.cli.session.Session;
import java.util.List;

/** The commands {@code run}, {@code resume}, {@code scenarios} and {@code backtest}. */
public final class RunCommands {

  private RunCommands() {}

  /** All of them, in the order in which help lists them. */
  public static List<LazyCommand> of(Session session) {
    return List.of(
        new LazyCommand(RunCommand.class, () -> new RunCommand(session)),
        new LazyCommand(ResumeCommand.class, () -> new ResumeCommand(session)),
        new LazyCommand(ScenariosCommand.class, () -> new ScenariosCommand(session)),
        new LazyCommand(BacktestCommand.class, () -> new BacktestCommand(session)));
  }
}
