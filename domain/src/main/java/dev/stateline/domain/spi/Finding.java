package dev.stateline.domain.spi;

import java.util.Objects;

/**
 * A fact about the health of an installation.
 *
 * @param subject what was looked at, for example {@code sqlite version}
 * @param grade how it looks
 * @param detail what was found, and what to do if it is not well
 */
public record Finding(String subject, Grade grade, String detail) {

  /** How a fact looks. */
  public enum Grade {
    OK,
    WARNING,
    PROBLEM
  }

  public Finding {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(detail, "detail");
  }

  public static Finding ok(String subject, String detail) {
    return new Finding(subject, Grade.OK, detail);
  }

  public static Finding warning(String subject, String detail) {
    return new Finding(subject, Grade.WARNING, detail);
  }

  public static Finding problem(String subject, String detail) {
    return new Finding(subject, Grade.PROBLEM, detail);
  }
}
