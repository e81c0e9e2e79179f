package dev.stateline.bootstrap;

import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Map;

/** The entry of the program {@code stateline}. */
public final class Main {

  private Main() {}

  /**
   * Carries a command line out, and ends the process with its exit code.
   *
   * @param args the words after {@code stateline}
   */
  public static void main(String[] args) {
    // Guice would define classes through sun.misc.Unsafe, of which newer Java platforms warn.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    Map<String, String> environment = System.getenv();
    Console console =
        new Console(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            TerminalProbe.look(environment));
    // The console has the output to itself: what a library prints there is no data.
    System.setOut(System.err);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> console.note("stateline: internal error in " + thread.getName() + ": " + e));
    int exitCode =
        new StatelineCommand(console, door(environment), new SignalInterrupts()).execute(args);
    System.exit(exitCode);
  }

  private static ConfiguredDoor door(Map<String, String> environment) {
    return new ConfiguredDoor(
        environment, Path.of(""), new ClassPath(System.getProperty("java.class.path")));
  }
}
