package dev.stateline.bootstrap;

import dev.stateline.cli.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.example.trap.TrapProvider;

/** A program that ends as Stateline does, sooner impatient, with a stranger's shutdown hook. */
final class HookedProgram {

  static final int EXIT_CODE = 5;

  private HookedProgram() {}

  /**
   * @param args what the hook does: {@code wait} or {@code exit}; and what ends the program, where
   *     it does not end itself: {@code signal}
   */
  public static void main(String[] args) throws IOException {
    Runnable deed = args[0].equals("wait") ? TrapProvider::waitForEver : TrapProvider::exit;
    Runtime.getRuntime().addShutdownHook(new Thread(deed, "a hook"));
    Console console =
        new Console(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            TerminalProbe.look(Map.of()));
    ExitWatch watch = ExitWatch.begin(console, Duration.ofSeconds(3));
    if (args.length == 1) {
      watch.exit(EXIT_CODE);
    }
    new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
    LockSupport.park();
  }
}
