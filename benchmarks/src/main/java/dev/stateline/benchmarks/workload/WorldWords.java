package dev.stateline.benchmarks.workload;

import java.util.List;

/** The names in a world. */
final class WorldWords {

  private static final List<String> TOPICS =
      List.of(
          "trade", "energy", "health", "army", "school", "water", "food", "steel", "rail", "port",
          "debt", "tax", "bank", "labour", "housing", "forest", "mining", "press", "court",
          "police");
  private static final List<String> MEASURES =
      List.of("share", "growth", "index", "output", "reserve", "cost", "stock", "demand", "waste");

  private WorldWords() {}

  /** Such as {@code BAC}; another for each number below 17,576. */
  static String code(int number) {
    int letters = 26;
    char[] code = {
      (char) ('A' + number * 7 % letters),
      (char) ('A' + number / letters % letters),
      (char) ('A' + number / letters / letters % letters)
    };
    return new String(code);
  }

  /** Such as {@code energy_growth}; another for each number below 180. */
  static String indicator(int number) {
    return TOPICS.get(number % TOPICS.size())
        + "_"
        + MEASURES.get(number / TOPICS.size() % MEASURES.size());
  }
}
