package dev.stateline.bootstrap;

import dev.stateline.application.guard.UnderWay;
import dev.stateline.cli.session.ExitCode;
import dev.stateline.cli.terminal.Console;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Notices when a stranger's code ends the program by {@link System#exit}: says so, notes it in the
 * runs that are under way, and sees to it that the exit code is not the stranger's.
 */
final class ExitWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The platform's threads that end a program, by the exit codes that it has then. */
  private static final Map<String, Integer> OF_SIGNALS =
      Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

  private final Console console;
  private final Duration patience;
  private volatile boolean isOurs;

  private ExitWatch(Console console, Duration patience) {
    this.console = console;
    this.patience = patience;
  }

  static ExitWatch begin(Console console) {
    return begin(console, PATIENCE);
  }

  /**
   * @param patience how long what a stranger's code does at the end may take
   */
  static ExitWatch begin(Console console, Duration patience) {
    ExitWatch watch = new ExitWatch(console, patience);
    Runtime.getRuntime().addShutdownHook(new Thread(watch::end, "exit watch"));
    return watch;
  }

  /** Ends the program, whether a stranger's shutdown hooks end or not. */
  void exit(int exitCode) {
    isOurs = true;
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    daemon(() -> endWithoutHooks(exitCode, thread -> !before.contains(thread)), "end of hooks");
    System.exit(exitCode);
  }

  /** Reached only where the hooks have not ended before. */
  private void endWithoutHooks(int exitCode, Predicate<Thread> isHook) {
    try {
      TimeUnit.MILLISECONDS.sleep(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Not on this thread: nobody may be reading the error stream.
    bounded(() -> tellOfHook(isHook), "hook notice");
    Runtime.getRuntime().halt(exitCode);
  }

  private void tellOfHook(Predicate<Thread> isHook) {
    String place =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> isHook.test(thread.getKey()))
            .flatMap(thread -> UnderWay.placeIn(thread.getValue()).stream())
            .findFirst()
            .orElse("a place unknown");
    console.note(
        "stateline: a shutdown hook of a scenario does not end, at "
            + place
            + "; the program ends without it");
  }

  private void end() {
    if (isOurs) {
      return;
    }
    Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
    threads.entrySet().stream()
        .filter(ExitWatch::stoodInExit)
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresentOrElse(this::tell, () -> endAfterSignal(threads.keySet()));
  }

  /** A signal that nobody heard: the threads that were at work go on, beside the hooks. */
  private void endAfterSignal(Set<Thread> threads) {
    int exitCode =
        threads.stream()
            .map(thread -> OF_SIGNALS.get(thread.getName()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(ExitCode.FAILED);
    daemon(() -> endWithoutHooks(exitCode, thread -> !UnderWay.isIn(thread)), "end of hooks");
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
    bounded(() -> UnderWay.cutOff(what), "end of runs");
    Runtime.getRuntime().halt(ExitCode.FAILED);
  }

  private void bounded(Runnable work, String name) {
    try {
      daemon(work, name).join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
