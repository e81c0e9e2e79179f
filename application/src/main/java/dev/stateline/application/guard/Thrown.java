package dev.stateline.application.guard;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;

/**
 * What a stranger's code threw, read with care: a throwable is a stranger's code too.
 *
 * @param type its class, and that of its innermost cause where it says nothing itself
 * @param message what it says, shortened; empty if that is nothing
 * @param place where it was thrown
 * @param cause itself, or what it can be replaced by where it cannot be printed
 */
record Thrown(String type, Optional<String> message, Optional<String> place, Throwable cause) {

  private static final int LONGEST = 500;

  /** The platform's words on modules and class loaders after two classes that do not agree. */
  private static final Pattern JVM_CHATTER =
      Pattern.compile(" \\([^()]{1,2000} (?:in module|in unnamed module) [^()]{1,2000}\\)$");

  static Thrown read(Throwable thrown) {
    try {
      thrown.printStackTrace(new PrintWriter(Writer.nullWriter()));
      return printable(thrown);
    } catch (Throwable hostile) {
      return replaced(thrown);
    }
  }

  private static Thrown printable(Throwable thrown) {
    List<Throwable> causes = CodePlace.causes(thrown);
    Throwable last = causes.get(causes.size() - 1);
    // Wrappers such as ExceptionInInitializerError say nothing, or the name of what they wrap.
    boolean silent = isSilent(thrown.getMessage()) || thrown.getMessage().equals(last.toString());
    return silent && last != thrown
        ? new Thrown(
            name(thrown) + ", caused by " + name(last),
            message(last.getMessage()),
            CodePlace.of(thrown),
            thrown)
        : new Thrown(name(thrown), message(words(thrown, last)), CodePlace.of(thrown), thrown);
  }

  /** The loader of services names the class, and keeps to itself what that class threw. */
  private static String words(Throwable thrown, Throwable last) {
    boolean withholds = thrown instanceof ServiceConfigurationError && last != thrown;
    return thrown.getMessage()
        + (withholds ? ", caused by " + name(last) : "")
        + (withholds && !isSilent(last.getMessage()) ? ": " + last.getMessage() : "");
  }

  private static Thrown replaced(Throwable thrown) {
    RuntimeException instead =
        new RuntimeException(thrown.getClass().getName() + ", which cannot be printed");
    Optional<String> place = Optional.empty();
    try {
      instead.setStackTrace(thrown.getStackTrace());
      place = CodePlace.of(instead);
    } catch (Throwable hostile) {
      instead.setStackTrace(new StackTraceElement[0]);
    }
    return new Thrown(name(thrown), Optional.of("its message cannot be read"), place, instead);
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }

  private static boolean isSilent(String message) {
    return message == null || message.isBlank();
  }

  private static Optional<String> message(String message) {
    if (isSilent(message)) {
      return Optional.empty();
    }
    // A message may have lines, and what is told of it is one.
    String line = JVM_CHATTER.matcher(message).replaceFirst("").strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return Optional.of(
        length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...");
  }
}
