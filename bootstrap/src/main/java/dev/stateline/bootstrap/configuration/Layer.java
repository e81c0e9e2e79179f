package dev.stateline.bootstrap.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one source by their paths within the section, and what is wrong with them. */
final class Layer {

  /**
   * A value that passed its rule.
   *
   * @param origin who set it
   */
  record Entry(String value, String origin) {}

  private final Map<String, Entry> entries = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  void set(String path, String value, String origin) {
    entries.put(path, new Entry(value, origin));
  }

  void problem(String place, String problem) {
    problems.add(place + ": " + problem);
  }

  void badValue(String place, String value, Rule rule) {
    problem(place, shown(value) + " is not allowed; it is " + rule.allowed());
  }

  void secret(String place) {
    problem(
        place,
        "a secret does not stand in the configuration; put it into the environment variable"
            + " STATELINE_DB_PASSWORD, or into a file that password_file names");
  }

  Map<String, Entry> entries() {
    return entries;
  }

  List<String> problems() {
    return problems;
  }

  static String shown(String value) {
    String masked = Secrets.masked(value);
    return "'" + (masked.length() > 60 ? masked.substring(0, 57) + "..." : masked) + "'";
  }
}
