package dev.stateline.cli.terminal;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody may have meant. */
public final class NearestWord {

  private NearestWord() {}

  /**
   * The known word with the smallest edit distance (Levenshtein, 1966), the first one of several.
   *
   * @param known one or more
   */
  public static String to(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .orElseThrow();
  }

  /** Whether a word is so near to a known one that somebody may have meant it. */
  public static boolean isNear(String word, String known) {
    return distance(word, known) <= Math.max(1, Math.min(word.length(), known.length()) / 2);
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j < previous.length; j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[previous.length];
      current[0] = i;
      for (int j = 1; j < current.length; j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
