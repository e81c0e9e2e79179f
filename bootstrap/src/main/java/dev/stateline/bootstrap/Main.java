package dev.stateline.bootstrap;

import dev.stateline.application.guard.StrangersError;
import dev.stateline.cli.StatelineCommand;
import dev.stateline.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
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
    // The console has the output to itself: what a library or a scenario prints there is no data.
    PrintStream strays = new StrayOutput(new FileOutputStream(FileDescriptor.err));
    System.setErr(strays);
    System.setOut(strays);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) ->
            console.note(
                "stateline: thread '" + thread.getName() + "' ended with " + StrangersError.of(e)));
    ExitWatch watch = ExitWatch.begin(console);
    watch.exit(
        new StatelineCommand(console, door(environment), new SignalInterrupts()).execute(args));
  }

  private static ConfiguredDoor door(Map<String, String> environment) {
    return new ConfiguredDoor(
        environment, Path.of(""), new ClassPath(System.getProperty("java.class.path")));
  }
}
