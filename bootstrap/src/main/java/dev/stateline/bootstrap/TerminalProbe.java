package dev.stateline.bootstrap;

import dev.stateline.cli.terminal.TerminalFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds out what the standard streams are. Java 17 cannot tell, so the launcher says it in the
 * properties {@code stateline.terminals} (the numbers of those streams that are terminals) and
 * {@code stateline.columns}; without a launcher the kernel is asked.
 */
final class TerminalProbe {

  private static final int USUAL_COLUMNS = 80;
  private static final Path STAT = Path.of("/proc/self/stat");

  private TerminalProbe() {}

  static TerminalFacts look(Map<String, String> environment) {
    return new TerminalFacts(
        isTerminal(0),
        isTerminal(1),
        isTerminal(2),
        columns(environment),
        colour(environment),
        !isTerminal(1) || unicode(environment),
        TerminalProbe::isForeground);
  }

  private static boolean isTerminal(int stream) {
    String told = System.getProperty("stateline.terminals");
    if (told != null) {
      return told.indexOf(Character.forDigit(stream, 10)) >= 0;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  /** Whether the terminal listens to this process now, where the kernel tells it. */
  private static boolean isForeground() {
    try {
      return isForeground(Files.readString(STAT));
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * @param stat as in proc(5): behind the name in brackets, the third field is the process group,
   *     the sixth that in the terminal's foreground, -1 without a terminal of the session's own
   */
  static boolean isForeground(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return fields[5].equals("-1") || fields[5].equals(fields[2]);
  }

  private static int columns(Map<String, String> environment) {
    String told = System.getProperty("stateline.columns", environment.getOrDefault("COLUMNS", ""));
    return told.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(told) : USUAL_COLUMNS;
  }

  /**
   * Whether the terminal's locale is UTF-8; the launcher tells it, since Java gets one of its own.
   */
  private static boolean unicode(Map<String, String> environment) {
    String told = System.getProperty("stateline.locale");
    return (told == null ? locale(environment) : told).toUpperCase(Locale.ROOT).contains("UTF");
  }

  private static String locale(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether colours are wanted; {@code NO_COLOR} (no-color.org) forbids them with any value. */
  private static boolean colour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }
}
