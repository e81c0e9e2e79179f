package dev.stateline.application.guard;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A stranger's method was not even entered, since the state that it was given is of another class
 * than it takes. Whoever made the state is to blame, not the method.
 */
final class ForeignState extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String NO_CAST = " cannot be cast to class ";

  private final ClassCastException cast;

  private ForeignState(String message, ClassCastException cast) {
    super(message, null, false, false);
    this.cast = cast;
  }

  /**
   * Calls a method with a state.
   *
   * @param target whose method it is
   * @throws ForeignState if the state is of another class than the method takes
   */
  static <T> T told(Object target, Object state, Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (ClassCastException e) {
      Optional<String> taken = taken(target, state, e);
      if (taken.isEmpty()) {
        throw e;
      }
      throw new ForeignState(
          "the state is a "
              + state.getClass().getTypeName()
              + ", and "
              + CodePlace.className(target.getClass())
              + " takes a "
              + taken.get(),
          e);
    }
  }

  /** As it is told to whoever made the state. */
  InvalidInputException refusal() {
    InvalidInputException refusal =
        new InvalidInputException(ErrorCode.INVALID_DOCUMENT, getMessage());
    // Not its cause: the place in it is that of the method, which did nothing.
    refusal.addSuppressed(cast);
    return refusal;
  }

  /** The class that was taken instead; empty if the cast was another one. */
  private static Optional<String> taken(Object target, Object state, ClassCastException e) {
    String message = String.valueOf(e.getMessage());
    String beginning = "class " + (state == null ? "" : state.getClass().getName()) + NO_CAST;
    return message.startsWith(beginning) && isAtEntry(target, e)
        ? Optional.of(message.substring(beginning.length()).split(" ", 2)[0])
        : Optional.empty();
  }

  /** The platform casts in the bridge method of a class, and of a lambda in no frame at all. */
  private static boolean isAtEntry(Object target, ClassCastException e) {
    List<StackTraceElement> called = CodePlace.calledByGuard(e.getStackTrace());
    return called.isEmpty() || (called.size() == 1 && isBridge(target, called.get(0)));
  }

  private static boolean isBridge(Object target, StackTraceElement frame) {
    return Arrays.stream(target.getClass().getMethods())
        .filter(method -> method.isBridge() && method.getName().equals(frame.getMethodName()))
        .anyMatch(method -> method.getDeclaringClass().getName().equals(frame.getClassName()));
  }
}
