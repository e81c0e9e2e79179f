package dev.stateline.application.guard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What is under way in the whole process: the calls into strangers' code, and the runs. It is for
 * the program's last moments, when a stranger's code has ended it by {@link System#exit}: that can
 * be told then, and noted. Thread-safe.
 */
public final class UnderWay {

  private static final Map<Thread, Call> CALLS = new ConcurrentHashMap<>();
  private static final Set<Run> RUNS = ConcurrentHashMap.newKeySet();

  private UnderWay() {}

  /** A run, until it is closed. */
  public static final class Run implements AutoCloseable {
    private final Consumer<String> whenCutOff;

    private Run(Consumer<String> whenCutOff) {
      this.whenCutOff = whenCutOff;
    }

    @Override
    public void close() {
      RUNS.remove(this);
    }
  }

  /**
   * Begins a run.
   *
   * @param whenCutOff notes why the run was cut off; called on another thread than the run's, which
   *     does not go on
   */
  public static Run run(Consumer<String> whenCutOff) {
    Run run = new Run(whenCutOff);
    RUNS.add(run);
    return run;
  }

  static Optional<Call> enter(Call call) {
    return Optional.ofNullable(CALLS.put(Thread.currentThread(), call));
  }

  /**
   * @param around the call that the ended one was made from
   */
  static void leave(Optional<Call> around) {
    around.ifPresentOrElse(
        call -> CALLS.put(Thread.currentThread(), call),
        () -> CALLS.remove(Thread.currentThread()));
  }

  /**
   * Says who has ended the process.
   *
   * @param thread the one that stands in {@link System#exit}
   * @return one sentence without its end, with the place in the stranger's code
   */
  public static String ending(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    Call call = CALLS.get(thread);
    String who = call == null ? "a thread of a scenario, '" + thread.getName() + "'," : call.who();
    String place =
        CodePlace.of(stack).orElseGet(() -> call == null ? "a place unknown" : call.place());
    return who
        + " ended the program by System.exit"
        + (call == null ? "" : " in " + call.method())
        + ", at "
        + place;
  }

  /** Whether a thread is in a guarded call of a stranger's method. */
  public static boolean isIn(Thread thread) {
    return CALLS.containsKey(thread);
  }

  /** The stranger's method in which a thread stands that has this stack. */
  public static Optional<String> placeIn(StackTraceElement[] stack) {
    return CodePlace.of(stack);
  }

  /**
   * Notes in each run that is under way why it was cut off. One that cannot be noted stays as it
   * is, as after a kill.
   */
  public static void cutOff(String reason) {
    for (Run run : RUNS) {
      try {
        run.whenCutOff.accept(reason);
      } catch (RuntimeException e) {
        System.getLogger(UnderWay.class.getName())
            .log(System.Logger.Level.DEBUG, "the end of a run could not be noted", e);
      }
    }
  }
}
