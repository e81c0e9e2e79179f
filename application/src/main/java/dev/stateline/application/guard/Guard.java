package dev.stateline.application.guard;

import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Calls the methods of one object of a stranger's. Whatever they throw, an {@code Error} too, comes
 * out as one kind of exception, which says whose method it was, what it threw and where.
 *
 * @param component the part of the scenario that it is
 * @param scenario the scenario's name, where it is known
 * @param target the object
 */
record Guard(Component component, Optional<String> scenario, Object target) {

  /** The guard of another part of the same scenario. */
  Guard of(Component part, Object other) {
    return new Guard(part, scenario, other);
  }

  /**
   * Calls a method that has to answer.
   *
   * @return never null
   * @throws FailureException SCENARIO_FAILED if it throws, gives null, or leaves the thread
   *     interrupted
   */
  <T> T call(String method, Callable<T> work) {
    return answer(callOf(method), e -> false, work);
  }

  /**
   * As {@link #call}, of a method that may refuse what it is given.
   *
   * @throws InvalidInputException as the method threw it
   */
  <T> T callThatMayRefuse(String method, Callable<T> work) {
    return answer(callOf(method), InvalidInputException.class::isInstance, work);
  }

  /**
   * As {@link #call}, of a method that is given a state.
   *
   * @throws InvalidInputException if the state is of another class than the method takes
   */
  <T> T callWith(Object state, String method, Callable<T> work) {
    return call(method, () -> ForeignState.told(target, state, work));
  }

  /**
   * As {@link #call}, of a method that may throw all of Stateline's exceptions.
   *
   * @throws StatelineException as the method threw it
   */
  <T> T callOfAdapter(String method, Callable<T> work) {
    return answer(callOf(method), StatelineException.class::isInstance, work);
  }

  Call callOf(String method) {
    return new Call(component, scenario, method, target);
  }

  private static <T> T answer(Call call, Predicate<Throwable> passes, Callable<T> work) {
    Thread thread = Thread.currentThread();
    boolean interruptedBefore = thread.isInterrupted();
    Optional<Call> around = UnderWay.enter(call);
    T value;
    try {
      value = work.call();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) {
        thread.interrupt();
      }
      throw passes.test(e) || isTold(e) ? (StatelineException) e : failure(call, e);
    } finally {
      UnderWay.leave(around);
    }
    if (value == null) {
      throw Failures.because(call, "gave null", Optional.empty());
    }
    // Cleared: who called is told by an exception, and has to go on to close what is open.
    if (!interruptedBefore && Thread.interrupted()) {
      throw Failures.because(call, "left the thread interrupted", Optional.empty());
    }
    return value;
  }

  /** Whether a guard further inside has told it already. */
  private static boolean isTold(Throwable e) {
    return e instanceof FailureException failure && failure.field(ErrorField.COMPONENT).isPresent();
  }

  private static StatelineException failure(Call call, Throwable e) {
    if (e instanceof ForeignState foreign) {
      return foreign.refusal();
    }
    return e instanceof UnfitAnswer
        ? Failures.because(call, "gave an unfit answer", Optional.of(e.getMessage()))
        : Failures.thrown(call, e);
  }
}
