package dev.stateline.cli.terminal;

/** How the parts of an output look. */
public enum Style {
  PLAIN,
  COLOURED;

  /** The parts that look different. */
  public enum Part {
    HEADING("1"),
    KEY("34"),
    TEXT("32"),
    NUMBER("36"),
    WORD("35"),
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31");

    private final String code;

    Part(String code) {
      this.code = code;
    }
  }

  /** The text with the look of a part; its width on a terminal stays the same. */
  public String paint(Part part, String text) {
    return this == PLAIN ? text : "\u001b[" + part.code + "m" + text + "\u001b[0m";
  }
}
