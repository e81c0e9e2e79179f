package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;

/** Refuses names that cannot be told from others by looking at them. */
final class LookAlikes {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int LAST_LATIN = 0x024F;
  private static final int KEYCAP = 0x20E3;

  private LookAlikes() {}

  /**
   * @throws InvalidInputException if a character of the name was lost on its way here, or one in it
   *     changes nothing that is seen
   */
  static void check(String what, String name) {
    int[] characters = name.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == REPLACEMENT) {
        throw refused(
            what,
            characters[i],
            i,
            "it stands for one that was lost; set the terminal's locale to UTF-8 (LC_ALL=C.UTF-8)"
                + " and type the name again");
      }
      if (isUnseenAlone(characters[i]) && changesNothing(characters, i)) {
        throw refused(what, characters[i], i, "it changes nothing that is seen there");
      }
    }
  }

  /** Joiners and variation selectors, which only change what stands beside them. */
  static boolean isUnseenAlone(int c) {
    return isJoiner(c)
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isJoiner(int c) {
    return c == 0x034F || c == 0x200C || c == 0x200D;
  }

  private static boolean changesNothing(int[] characters, int at) {
    int before = at == 0 ? ' ' : characters[at - 1];
    int after = at + 1 == characters.length ? ' ' : characters[at + 1];
    if (isJoiner(characters[at])) {
      return isLatin(before) || isLatin(after);
    }
    return isLatin(before) && after != KEYCAP;
  }

  /** Two signs among them, (c) and (R), are emoji too. */
  private static boolean isLatin(int c) {
    return c <= LAST_LATIN && c != 0xA9 && c != 0xAE;
  }

  private static InvalidInputException refused(String what, int c, int index, String why) {
    return new InvalidInputException(
        String.format(
            "%s must not contain U+%04X, its character %d: %s",
            NameRules.one(what), c, index + 1, why));
  }
}
