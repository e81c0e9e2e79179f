package dev.stateline.codec;

import dev.stateline.codec.internal.text.PrintableText;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;

/**
 * A value that has no canonical form. The writer knows what is wrong, its caller knows the place;
 * the caller turns this into the exception that leaves the module.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean duplicate;
  private final String instead;

  private Refusal(String what, String instead, boolean duplicate) {
    super(what, null, false, false);
    this.instead = instead;
    this.duplicate = duplicate;
  }

  static Refusal of(String what, String instead) {
    return new Refusal(what, instead, false);
  }

  static Refusal ofDuplicate(String name) {
    return new Refusal(
        "the name \"" + printable(name) + "\" stands twice in one object",
        "give each member a name of its own",
        true);
  }

  static Refusal ofNotFinite(double value) {
    return of(value + " is not a JSON number", "use null, a string or a finite number");
  }

  static Refusal ofBeyondDouble(String number) {
    return of(
        "the number " + printable(number) + " is beyond the range of a double",
        "put it in a string");
  }

  static Refusal ofInexact(String number, String becomes) {
    return of(
        "the number " + printable(number) + " would become " + becomes + " as a double",
        "put it in a string");
  }

  boolean isDuplicate() {
    return duplicate;
  }

  InvalidInputException at(String place) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT, getMessage() + ", at " + place + "; " + instead);
  }

  /** As {@link #at(String)}, of a text among others. */
  InvalidInputException in(String source, String place) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        source + ": " + getMessage() + ", at " + place + "; " + instead);
  }

  /** The text on one line, of bounded length, with what cannot be printed as an escape. */
  static String printable(String text) {
    return PrintableText.of(text);
  }
}
