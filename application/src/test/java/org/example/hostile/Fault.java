package org.example.hostile;

import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
  INTERRUPTS_ITSELF,
  PROMISES_A_DOCUMENT_WITH_NAN("{\"x\":NaN}"),
  PROMISES_A_DOCUMENT_OUT_OF_ORDER("{\"b\":1,\"a\":2}"),
  PROMISES_A_DOCUMENT_WITH_A_NAME_TWICE("{\"a\":1,\"a\":2}"),
  PROMISES_A_DOCUMENT_WITH_SPACES("{\"a\": 1}"),
  PROMISES_A_DOCUMENT_WITH_TEXT_AFTER_IT("{}x"),
  PROMISES_A_DOCUMENT_WITH_HALF_A_CHARACTER("{\"a\":\"\\ud83c\"}"),
  PROMISES_A_DOCUMENT_THAT_ENDS_EARLY("{\"a\":"),
  PROMISES_A_DOCUMENT_NOT_IN_UTF_8("{\"a\":\"\u00e9\"}");

  private final Optional<String> document;

  Fault() {
    this.document = Optional.empty();
  }

  Fault(String document) {
    this.document = Optional.of(document);
  }

  /** Whether it concerns only methods that give documents. */
  public boolean isOfDocuments() {
    return document.isPresent();
  }

  /** The document for which nobody read the bytes, or the right one. */
  Document documentOr(String json) {
    // Not UTF-8 where a text has more than ASCII.
    return Document.ofTrusted(document.orElse(json).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Does it, or gives the answer. */
  <T> T or(Supplier<T> answer) {
    return switch (this) {
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
      default -> answer.get();
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
      default -> "gave an unfit answer";
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
