package dev.stateline.cli.session;

import dev.stateline.domain.error.ErrorCategory;

/** The exit codes of the program. They never change. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_FOUND = 3;
  public static final int CONFLICT = 4;
  public static final int VERIFICATION_FAILED = 5;
  public static final int UNAVAILABLE = 6;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  public static int of(ErrorCategory category) {
    return switch (category) {
      case CALLER -> USAGE;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case UNAVAILABLE -> UNAVAILABLE;
      case CORRUPT -> VERIFICATION_FAILED;
      case INTERNAL -> FAILED;
    };
  }
}
