package org.example.hostile;

import java.util.function.Supplier;

/** What a stranger's method may do instead of answering. */
public enum Fault {
  NONE,
  GIVES_NULL,
  THROWS,
  THROWS_WITHOUT_A_MESSAGE,
  THROWS_WHAT_CANNOT_BE_PRINTED,
  LACKS_A_CLASS,
  OVERFLOWS_THE_STACK,
  INITIALISES_A_CLASS_THAT_THROWS,
  SNEAKS_A_CHECKED_EXCEPTION_OUT,
  IS_INTERRUPTED,
  INTERRUPTS_ITSELF;

  /** Does it, or gives the answer. */
  <T> T or(Supplier<T> answer) {
    return switch (this) {
      case NONE -> answer.get();
      case GIVES_NULL -> null;
      case THROWS -> throw new IllegalStateException("the mint is empty");
      case THROWS_WITHOUT_A_MESSAGE -> throw new ArithmeticException();
      case THROWS_WHAT_CANNOT_BE_PRINTED -> throw new Unprintable();
      case LACKS_A_CLASS -> throw new NoClassDefFoundError("org/example/Gone");
      case OVERFLOWS_THE_STACK -> throw new IllegalStateException("unreached " + endless(0));
      case INITIALISES_A_CLASS_THAT_THROWS ->
          throw new IllegalStateException("unreached " + new Uninitialisable());
      case SNEAKS_A_CHECKED_EXCEPTION_OUT ->
          throw Fault.<RuntimeException>sneaky(new java.io.IOException("the disk is gone"));
      case IS_INTERRUPTED ->
          throw Fault.<RuntimeException>sneaky(new InterruptedException("called away"));
      case INTERRUPTS_ITSELF -> {
        Thread.currentThread().interrupt();
        yield answer.get();
      }
    };
  }

  /** What the one line says of it. */
  public String told() {
    return switch (this) {
      case NONE -> "";
      case GIVES_NULL -> "gave null";
      case THROWS -> "threw IllegalStateException";
      case THROWS_WITHOUT_A_MESSAGE -> "threw ArithmeticException";
      case THROWS_WHAT_CANNOT_BE_PRINTED -> "threw Unprintable";
      case LACKS_A_CLASS -> "threw NoClassDefFoundError";
      case OVERFLOWS_THE_STACK -> "threw StackOverflowError";
      // The second time, the platform only says that the class is not there.
      case INITIALISES_A_CLASS_THAT_THROWS -> "threw ";
      case SNEAKS_A_CHECKED_EXCEPTION_OUT -> "threw IOException";
      case IS_INTERRUPTED -> "threw InterruptedException";
      case INTERRUPTS_ITSELF -> "left the thread interrupted";
    };
  }

  private static int endless(int depth) {
    return endless(depth + 1) - 1;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E sneaky(Throwable checked) throws E {
    throw (E) checked;
  }

  /** A throwable that is hostile itself. */
  private static final class Unprintable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message for you");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("no cause for you");
    }
  }

  private static final class Uninitialisable {
    private static final int VALUE = Integer.parseInt("no number");

    @Override
    public String toString() {
      return "" + VALUE;
    }
  }
}
