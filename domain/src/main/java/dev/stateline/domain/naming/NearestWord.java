package dev.stateline.domain.naming;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class NearestWord {

  private NearestWord() {}

  /**
   * The known word with the smallest edit distance, two letters that changed places being one edit
   * (Damerau, 1964, in its restricted form); the first one of several.
   *
   * @param known one or more
   */
  public static String to(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .orElseThrow();
  }

  /**
   * The known word that somebody may have meant: one that is the same but for upper and lower case,
   * or else the nearest, if it is near.
   *
   * @param known any number
   */
  public static Optional<String> meant(String word, Collection<String> known) {
    return known.stream()
        .filter(word::equalsIgnoreCase)
        .findFirst()
        .or(
            () ->
                known.stream()
                    .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                    .filter(nearest -> isNear(word, nearest)));
  }

  /** Whether a word is so near to a known one that somebody may have meant it. */
  public static boolean isNear(String word, String known) {
    return distance(word, known) <= Math.max(1, Math.min(word.length(), known.length()) / 2);
  }

  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      edits[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = Math.min(change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (changedPlaces(a, i, b, j)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[a.length()][b.length()];
  }

  private static boolean changedPlaces(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
