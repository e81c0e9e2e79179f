package dev.stateline.bootstrap.documentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the ids and the other words of a page that vary stand for in this run. */
final class Words {

  private final Map<String, String> actualByShown = new LinkedHashMap<>();

  /** Takes the meaning of words in; false, and nothing is learnt, if one means another already. */
  boolean learn(List<String> shown, List<String> actual) {
    for (int i = 0; i < shown.size(); i++) {
      if (!actualByShown.getOrDefault(shown.get(i), actual.get(i)).equals(actual.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < shown.size(); i++) {
      actualByShown.put(shown.get(i), actual.get(i));
    }
    return true;
  }

  /**
   * A line of this run in the page's words, so that what is written into it fits the rest.
   *
   * @param before the output that it takes the place of: a number is a word where that has it
   */
  String asShown(String line, List<String> before) {
    String text = line;
    for (Map.Entry<String, String> word : actualByShown.entrySet()) {
      String shown = word.getKey();
      if (!shown.matches("\\d+") || before.stream().anyMatch(old -> old.contains(shown))) {
        text =
            text.replaceAll(
                "(?<![0-9A-Za-z.])" + word.getValue() + "(?![0-9A-Za-z]|\\.\\d)", shown);
      }
    }
    return text;
  }
}
