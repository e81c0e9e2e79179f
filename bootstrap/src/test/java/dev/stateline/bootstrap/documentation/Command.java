package dev.stateline.bootstrap.documentation;

import java.util.List;

/**
 * A command that a page shows, with what it says that comes of it.
 *
 * @param line the line of the page at which it stands, from 1
 * @param text what a person types, of one or more lines
 * @param input the standard input, or nothing
 * @param output what the page shows; nothing where it leaves that out
 * @param outputLine the line of the page at which the output begins
 * @param exitCode the exit code that the page announces, or {@link #AS_THE_OUTPUT_SAYS}
 * @param until the command that succeeds once this one, in the background or to be interrupted, has
 *     run long enough for the page to go on; or nothing
 */
record Command(
    int line,
    String text,
    String input,
    List<String> output,
    int outputLine,
    int exitCode,
    String until) {

  /** Where the output tells whether the command failed. */
  static final int AS_THE_OUTPUT_SAYS = -1;

  /** What a terminal shows where somebody presses Ctrl-C. */
  static final String CTRL_C = "^C";

  Command {
    output = List.copyOf(output);
  }

  boolean isInterrupted() {
    return output.contains(CTRL_C);
  }

  boolean runsInTheBackground() {
    return text.endsWith("&");
  }

  boolean runsApart() {
    return isInterrupted() || runsInTheBackground();
  }

  /** What the program is to print: without what a shell or a terminal says by itself. */
  List<String> expected() {
    return output.stream()
        .filter(line -> !line.equals(CTRL_C) && !line.matches("\\[\\d+].*"))
        .toList();
  }

  /** The file whose text it shows, where it does no more than that; else nothing. */
  String shownFile() {
    return text.matches("cat [\\w.-]+") ? text.substring("cat ".length()) : "";
  }

  /** Whether the exit code is one that fits what the page says. */
  boolean expects(int code) {
    if (exitCode != AS_THE_OUTPUT_SAYS) {
      return code == exitCode;
    }
    if (isInterrupted()) {
      return code == 130;
    }
    if (output.stream().anyMatch(line -> line.matches("\\S.* parts? at turn \\d.*"))) {
      return code == 5;
    }
    return output.stream().anyMatch(line -> line.startsWith("stateline: ")) == (code != 0);
  }
}
