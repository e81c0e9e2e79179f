package dev.stateline.bootstrap;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.session.Interrupts;
import dev.stateline.cli.terminal.Console;
import dev.stateline.cli.terminal.TerminalFacts;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Carries common commands out once, in an empty folder, so that Java can keep their classes as they
 * are then for the starts that follow. The launcher starts it, out of sight.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * Ends the process as {@link Main} does.
   *
   * @param args an empty folder
   */
  public static void main(String[] args) {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    Path folder = Path.of(args[0]);
    String database = folder.resolve("rehearsal.db").toString();
    execute(folder, "--help");
    execute(folder, "run", "--name", "first", "--turns", "3", "--db", database);
    execute(folder, "show", "first@2", "--db", database);
    execute(folder, "history", "first", "--db", database);
    execute(folder, "verify", "first", "--db", database);
    Main.main(new String[] {"list", "--db", database});
  }

  private static void execute(Path folder, String... words) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            TerminalFacts.NONE);
    new StatelineCommand(
            console, new ConfiguredDoor(Map.of(), folder, new ClassPath("")), Interrupts.NONE)
        .execute(words);
  }
}
