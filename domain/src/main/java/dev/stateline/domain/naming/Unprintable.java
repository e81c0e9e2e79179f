package dev.stateline.domain.naming;

import java.util.Optional;

/**
 * Why a character may not stand in a name or label. The lists are fixed and not asked of the JDK,
 * whose Unicode tables grow: what one JDK wrote, every other must read.
 */
enum Unprintable {
  CONTROL("it is a control character"),
  SEPARATOR("it begins a new line"),
  DIRECTION("it steers the direction of text"),
  INVISIBLE("it is invisible"),
  SURROGATE("it is half of a surrogate pair"),
  NONCHARACTER("Unicode has no character there, and never will");

  private final String reason;

  Unprintable(String reason) {
    this.reason = reason;
  }

  /** For people, with the character as its subject. */
  String reason() {
    return reason;
  }

  /** What is wrong with a character; empty if it is printable. */
  static Optional<Unprintable> of(int codePoint) {
    if (codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0)) {
      return Optional.of(CONTROL);
    }
    if (codePoint == 0x2028 || codePoint == 0x2029) {
      return Optional.of(SEPARATOR);
    }
    if (isDirection(codePoint)) {
      return Optional.of(DIRECTION);
    }
    if (isInvisible(codePoint)) {
      return Optional.of(INVISIBLE);
    }
    if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
      return Optional.of(SURROGATE);
    }
    return isNoncharacter(codePoint) ? Optional.of(NONCHARACTER) : Optional.empty();
  }

  /** The characters with the property Bidi_Control (Unicode Standard Annex 9). */
  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * Zero-width and blank characters, fillers, annotation marks and tags. Joiners and variation
   * selectors are none of them, because scripts and emoji are written with them.
   */
  private static boolean isInvisible(int c) {
    return switch (c) {
      case 0x00AD, 0x115F, 0x1160, 0x180E, 0x200B, 0x2800, 0x3164, 0xFEFF, 0xFFA0 -> true;
      default ->
          (c >= 0x2060 && c <= 0x206F)
              || (c >= 0xFFF9 && c <= 0xFFFB)
              || (c >= 0xE0000 && c <= 0xE007F);
    };
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
