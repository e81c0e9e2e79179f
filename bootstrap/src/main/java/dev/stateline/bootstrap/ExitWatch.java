package dev.stateline.bootstrap;

import dev.stateline.application.guard.UnderWay;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.terminal.Console;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Notices when a stranger's code ends the program by {@link System#exit}: says so, notes it in the
 * runs that are under way, and sees to it that the exit code is not the stranger's.
 */
final class ExitWatch {

  private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(10);

  private final Console console;
  private volatile boolean isOurs;

  private ExitWatch(Console console) {
    this.console = console;
  }

  static ExitWatch begin(Console console) {
    ExitWatch watch = new ExitWatch(console);
    Runtime.getRuntime().addShutdownHook(new Thread(watch::end, "exit watch"));
    return watch;
  }

  /** Ends the program. */
  void exit(int exitCode) {
    isOurs = true;
    System.exit(exitCode);
  }

  private void end() {
    if (isOurs) {
      return;
    }
    Thread.getAllStackTraces().entrySet().stream()
        .filter(ExitWatch::stoodInExit)
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(this::tell);
  }

  /** A signal ends the program in another way. */
  private static boolean stoodInExit(Map.Entry<Thread, StackTraceElement[]> thread) {
    return Arrays.stream(thread.getValue())
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private void tell(Thread exiting) {
    String what = UnderWay.ending(exiting);
    console.note("stateline: " + what + "; the turns that were stored are safe");
    // Not on this thread: what a run waits for may never come.
    Thread noting = new Thread(() -> UnderWay.cutOff(what), "end of runs");
    noting.setDaemon(true);
    noting.start();
    try {
      noting.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }
}
