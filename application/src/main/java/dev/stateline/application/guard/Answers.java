package dev.stateline.application.guard;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.NameRules;
import java.util.ArrayList;
import java.util.List;

/** What a stranger's answers have to be; null is left to the guard. */
final class Answers {

  private Answers() {}

  /** A copy of a list that nobody else can change. */
  static <T> List<T> list(List<T> given) {
    if (given == null) {
      return null;
    }
    List<T> copy = new ArrayList<>(given);
    int missing = copy.indexOf(null);
    if (missing >= 0) {
      throw new UnfitAnswer("element " + missing + " of the list is null");
    }
    return List.copyOf(copy);
  }

  static String label(String what, String label) {
    try {
      if (label != null) {
        NameRules.checkLabel(what, label);
      }
      return label;
    } catch (InvalidInputException e) {
      throw new UnfitAnswer(e.getMessage());
    }
  }

  /**
   * @param what for example {@code state}
   */
  static int version(String what, int version) {
    if (version < 1) {
      throw new UnfitAnswer("a " + what + " version is 1 or more, not " + version);
    }
    return version;
  }

  static Document object(Document parameters) {
    if (parameters != null && !parameters.text().startsWith("{")) {
      throw new UnfitAnswer("the parameters are no JSON object");
    }
    return parameters;
  }
}
