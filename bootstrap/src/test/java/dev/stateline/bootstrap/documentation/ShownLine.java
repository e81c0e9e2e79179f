package dev.stateline.bootstrap.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of output that a page shows, and which lines of a run are the same: those that differ in
 * white space, moments, durations, sizes, processes and the version of PostgreSQL only, or in ids
 * and the words that vary, as long as each of these stands for one and the same word throughout.
 */
final class ShownLine {

  private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  // Midnight is a moment of the simulated world.
  private static final String MOMENT =
      "\\d{4}-\\d\\d-\\d\\dT(?!00:00:00Z)\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";
  private static final String DURATION = "\\d+(?:\\.\\d+)?(?= (?:ms|s)\\b)";
  private static final String PART_OF_DURATION =
      "(?<=engine |encoding |commit )\\d+(?:\\.\\d+)?(?=[,)])";
  private static final String SIZE = "\\d+(?:\\.\\d+)? (?:B|KB|MB|GB)\\b";
  private static final String PROCESS = "process \\d+ on [^\\s,]+";
  private static final String SERVER = "PostgreSQL \\d+(?:\\.\\d+)*";

  private final Pattern pattern;
  private final List<String> words = new ArrayList<>();

  /**
   * @param line the line
   * @param columnOfTimes where a number of milliseconds ends, or -1
   * @param varying the words that are others each time
   */
  ShownLine(String line, int columnOfTimes, Collection<String> varying) {
    StringBuilder regex = new StringBuilder();
    Matcher open = openParts(varying).matcher(line);
    int at = 0;
    while (open.find()) {
      boolean time = open.end() == columnOfTimes;
      if (open.group("number") != null && !time) {
        continue;
      }
      regex.append(literally(line.substring(at, open.start())));
      if (time || open.group("mask") != null) {
        regex.append(any(open.group()));
      } else {
        words.add(open.group());
        regex.append('(').append(any(open.group())).append(')');
      }
      at = open.end();
    }
    regex.append(literally(line.substring(at)));
    this.pattern = Pattern.compile(regex.toString());
  }

  private static Pattern openParts(Collection<String> varying) {
    String word =
        varying.stream()
            .map(w -> "|(?<![0-9A-Za-z.])" + Pattern.quote(w) + "(?![0-9A-Za-z]|\\.\\d)")
            .collect(Collectors.joining());
    return Pattern.compile(
        "(?<mask>"
            + String.join("|", MOMENT, DURATION, PART_OF_DURATION, SIZE, PROCESS, SERVER)
            + ")|(?<word>"
            + (UUID + word)
            + ")|(?<number>\\d+)");
  }

  private static String any(String shown) {
    for (String form : List.of(UUID, MOMENT, SIZE, PROCESS, SERVER)) {
      if (shown.matches(form)) {
        return form;
      }
    }
    if (shown.matches("\\d+(\\.\\d+)?")) {
      return "\\d+(?:\\.\\d+)?";
    }
    return shown.matches("[0-9a-f]+") ? "[0-9a-f]{" + shown.length() + "}" : "\\S+";
  }

  private static String literally(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)", -1)) {
      regex.append(part.isBlank() && !part.isEmpty() ? "\\s+" : Pattern.quote(part));
    }
    return regex.toString();
  }

  /** Whether a line of a run has the form of this one, whatever the words that vary stand for. */
  boolean resembles(String actual) {
    return pattern.matcher(actual).matches();
  }

  /** Whether a line of a run is this one; then what the words of it stand for is known. */
  boolean accepts(String actual, Words known) {
    Matcher matcher = pattern.matcher(actual);
    if (!matcher.matches()) {
      return false;
    }
    List<String> actualWords = new ArrayList<>();
    for (int i = 1; i <= words.size(); i++) {
      actualWords.add(matcher.group(i));
    }
    return known.learn(words, actualWords);
  }
}
