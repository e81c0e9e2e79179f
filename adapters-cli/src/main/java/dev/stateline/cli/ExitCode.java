package dev.stateline.cli;

import dev.stateline.domain.error.ErrorCategory;

/** The exit codes of the program. They never change. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int CONFLICT = 4;
  static final int VERIFICATION_FAILED = 5;
  static final int UNAVAILABLE = 6;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(ErrorCategory category) {
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
