package dev.stateline.application.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the place in a stranger's code at which something happened. */
final class CodePlace {

  private static final String GUARD = CodePlace.class.getPackageName() + ".";

  private static final List<String> OURS =
      List.of("domain.", "application.", "codec.", "persistence.", "cli.", "bootstrap.").stream()
          .map("dev.stateline."::concat)
          .toList();

  /** What a stranger's code calls or is called by: the platform, and our libraries. */
  private static final List<String> NEITHERS =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "com.fasterxml.jackson.", "picocli.");

  private static final int MOST_CAUSES = 100;

  private CodePlace() {}

  /** Where it was thrown: of its causes, the innermost that was thrown in a stranger's code. */
  static Optional<String> of(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    Collections.reverse(causes);
    return causes.stream()
        .map(cause -> of(cause.getStackTrace()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The stranger's method in which a thread stands that has this stack. */
  static Optional<String> of(StackTraceElement[] stack) {
    List<StackTraceElement> called = calledByGuard(stack);
    return called.stream()
        .filter(CodePlace::isStrangers)
        .findFirst()
        .or(() -> entry(called, stack))
        .map(CodePlace::text);
  }

  /** What the guard called, the last call first; all of a stack that the guard is not in. */
  static List<StackTraceElement> calledByGuard(StackTraceElement[] stack) {
    List<StackTraceElement> called = new ArrayList<>();
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith(GUARD)) {
        break;
      }
      called.add(frame);
    }
    return called;
  }

  /** The method that the guard called, whoever wrote it. */
  private static Optional<StackTraceElement> entry(
      List<StackTraceElement> called, StackTraceElement[] stack) {
    return called.isEmpty() || called.size() == stack.length
        ? Optional.empty()
        : Optional.of(called.get(called.size() - 1)).filter(frame -> !isNeither(frame));
  }

  private static boolean isStrangers(StackTraceElement frame) {
    return !isNeither(frame) && OURS.stream().noneMatch(frame.getClassName()::startsWith);
  }

  private static boolean isNeither(StackTraceElement frame) {
    return NEITHERS.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private static String text(StackTraceElement frame) {
    String file = frame.getFileName();
    return withoutLambda(frame.getClassName())
        + "."
        + frame.getMethodName()
        + (file == null
            ? ""
            : "(" + file + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber()) + ")");
  }

  static String className(Class<?> type) {
    return withoutLambda(type.getName());
  }

  /** The platform's name for the class of a lambda changes from run to run. */
  private static String withoutLambda(String className) {
    int lambda = className.indexOf("$$Lambda");
    return lambda < 0 ? className : className.substring(0, lambda);
  }

  /** The throwable and its causes, from the outermost on. */
  static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = thrown;
        cause != null && seen.add(cause) && causes.size() < MOST_CAUSES;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
