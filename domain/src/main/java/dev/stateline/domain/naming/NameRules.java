package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;
import java.text.Normalizer;
import java.util.Objects;

/** What names and labels may be: printable on one line, and names usable in {@code N@T}. */
public final class NameRules {

  /** The longest name, in Unicode code points. */
  public static final int MAX_LENGTH = 200;

  private static final String RESERVED = "@~/";

  private NameRules() {}

  /**
   * A name that people put before or after the {@code @} of a reference, in Unicode's normalization
   * form C (UAX 15): however it was typed, it is the same name.
   *
   * @param what whose name it is, for the message
   * @return the name in the form in which it is kept and compared
   * @throws InvalidInputException if, in that form, it is no label, begins with {@code -}, holds
   *     one of {@code @ ~ /}, the replacement character U+FFFD, or a joiner or variation selector
   *     beside a Latin letter or digit, where it changes nothing that is seen
   */
  public static String name(String what, String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    checkLabel(what, name);
    LookAlikes.check(what, name);
    if (name.charAt(0) == '-') {
      throw new InvalidInputException(one(what) + " must not begin with '-': options do");
    }
    for (char reserved : RESERVED.toCharArray()) {
      if (name.indexOf(reserved) >= 0) {
        throw new InvalidInputException(
            one(what)
                + " must not contain '"
                + reserved
                + "': it separates names, turns and paths");
      }
    }
    return name;
  }

  /**
   * Checks a text that is printed on one line: an actor, a kind, an engine's name. It stays as it
   * is.
   *
   * @param what whose label it is, for the message
   * @throws InvalidInputException if nothing of it is seen, it is longer than {@value #MAX_LENGTH}
   *     characters, begins or ends with white space, or has a character that is not {@linkplain
   *     #isPrintable printable}; the message names the character and what is wrong with it
   */
  public static void checkLabel(String what, String label) {
    Objects.requireNonNull(label, () -> one(what) + " must not be null");
    int length = label.codePointCount(0, label.length());
    if (label.codePoints().allMatch(NameRules::isSpace)) {
      throw new InvalidInputException(one(what) + " must not be empty");
    }
    if (length > MAX_LENGTH) {
      throw new InvalidInputException(
          one(what) + " has at most " + MAX_LENGTH + " characters, not " + length);
    }
    int[] characters = label.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      checkPrintable(what, characters[i], i + 1);
    }
    if (label.codePoints().allMatch(c -> isSpace(c) || LookAlikes.isUnseenAlone(c))) {
      throw new InvalidInputException(one(what) + " must have a character that is seen");
    }
    if (isSpace(characters[0]) || isSpace(characters[characters.length - 1])) {
      throw new InvalidInputException(one(what) + " does not begin or end with white space");
    }
  }

  /** With the article that goes before it. */
  static String one(String what) {
    return ("aeiou".indexOf(what.charAt(0)) >= 0 ? "an " : "a ") + what;
  }

  private static void checkPrintable(String what, int c, int place) {
    Unprintable.of(c)
        .ifPresent(
            flaw -> {
              throw new InvalidInputException(
                  String.format(
                      "%s must not contain U+%04X, its character %d: %s",
                      one(what), c, place, flaw.reason()));
            });
  }

  /**
   * Whether a character may stand in a name or label: no control character, no line or paragraph
   * separator, none that steers the direction of text or is invisible by itself, no half of a
   * surrogate pair, no noncharacter. What no JDK knows yet may.
   */
  public static boolean isPrintable(int codePoint) {
    return Unprintable.of(codePoint).isEmpty();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
