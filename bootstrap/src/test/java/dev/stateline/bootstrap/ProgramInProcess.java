package dev.stateline.bootstrap;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program as {@link Main} starts it, without a terminal, as often as it is asked for. */
public final class ProgramInProcess {

  private ProgramInProcess() {}

  /** Carries out one command line in the working directory of this process. */
  public static int run(
      Map<String, String> environment,
      List<String> words,
      InputStream in,
      OutputStream out,
      OutputStream err) {
    Console console = new Console(in, out, err, TerminalFacts.NONE);
    ConfiguredDoor door = new ConfiguredDoor(environment, Path.of(""), new ClassPath(""));
    int code =
        new StatelineCommand(console, door, Interrupts.NONE).execute(words.toArray(String[]::new));
    console.flush();
    return code;
  }
}
