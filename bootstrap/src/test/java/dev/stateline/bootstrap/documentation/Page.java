package dev.stateline.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page in Markdown. They stand after {@code $} in indented blocks or in blocks
 * fenced as {@code sh} or {@code console}; what follows one is its output. What the page must say
 * to its test, and not to its reader, stands in comments before the block:
 *
 * <ul>
 *   <li>{@code <!-- not run: REASON -->}: the next block is not run;
 *   <li>{@code <!-- run: COMMAND -->}: is run here, though the reader does not see it;
 *   <li>{@code <!-- until: COMMAND -->}: what runs in the background next, or is interrupted next,
 *       is left to run until this succeeds;
 *   <li>{@code <!-- exit: CODE -->}: the last command of the next block ends with this exit code;
 *   <li>{@code <!-- sql: COMMAND -->}: the next block is SQL for this command, an empty line, and
 *       the answer;
 *   <li>{@code <!-- varies: WORD... -->}: from here to the next such comment, these numbers and
 *       hashes are others each time;
 *   <li>{@code <!-- port: NUMBER -->}: the page needs a PostgreSQL server, and gives it this port.
 * </ul>
 */
final class Page {

  private static final Pattern NOTE =
      Pattern.compile("<!-- (not run|run|until|exit|sql|varies|port): ?(.*?) -->");
  private static final Pattern BARE_COMMAND = Pattern.compile("(\\./stateline|stateline|mvn) .*");
  private static final String INDENT = "    ";

  private final String name;
  private final List<String> lines;
  private final List<Command> commands = new ArrayList<>();
  private final List<String> notRun = new ArrayList<>();
  private final List<String> withoutPrompt = new ArrayList<>();
  private final NavigableMap<Integer, Set<String>> varying = new TreeMap<>(Map.of(0, Set.of()));
  private String port = "";

  private String skipReason = "";
  private String sqlCommand = "";
  private String until = "";
  private int exitCode = Command.AS_THE_OUTPUT_SAYS;

  private Page(String name, List<String> lines) {
    this.name = name;
    this.lines = List.copyOf(lines);
  }

  static Page read(Path root, Path file) throws IOException {
    Page page = new Page(root.relativize(file).toString(), Files.readAllLines(file));
    page.parse();
    return page;
  }

  String name() {
    return name;
  }

  List<String> lines() {
    return lines;
  }

  List<Command> commands() {
    return commands;
  }

  /** The blocks that are not run, each as {@code PAGE: FIRST LINE}. */
  List<String> notRun() {
    return notRun;
  }

  /** Commands that stand in a block without a prompt, and would not be run. */
  List<String> withoutPrompt() {
    return withoutPrompt;
  }

  /** The numbers and hashes in the output of a command that are others each time. */
  Set<String> varying(Command command) {
    return varying.floorEntry(command.line()).getValue();
  }

  /** The port that the page gives its PostgreSQL server; nothing if it needs none. */
  String port() {
    return port;
  }

  private void parse() {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith("```")) {
        at = fenced(at);
      } else if (line.startsWith(INDENT) && (at == 0 || lines.get(at - 1).isBlank())) {
        at = indented(at);
      } else {
        note(line, at);
        at++;
      }
    }
  }

  private void note(String line, int at) {
    Matcher note = NOTE.matcher(line);
    if (!note.matches()) {
      return;
    }
    String value = note.group(2);
    switch (note.group(1)) {
      case "not run" -> skipReason = value;
      case "run" -> add(new Command(at + 1, value, "", List.of(), at + 1, 0, until));
      case "until" -> until = value;
      case "exit" -> exitCode = Integer.parseInt(value);
      case "sql" -> sqlCommand = value;
      case "varies" -> varying.put(at, Set.of(value.split(" ")));
      default -> port = value;
    }
  }

  private int fenced(int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).startsWith("```")) {
      end++;
    }
    if (lines.get(start).matches("```(sh|console)")) {
      block(start + 1, end, "");
    }
    return end + 1;
  }

  private int indented(int start) {
    int end = start;
    int at = start;
    while (at < lines.size() && (lines.get(at).startsWith(INDENT) || lines.get(at).isBlank())) {
      if (!lines.get(at).isBlank()) {
        end = at + 1;
      }
      at++;
    }
    block(start, end, INDENT);
    return end;
  }

  private void block(int start, int end, String indent) {
    String first = lines.get(start).substring(indent.length());
    if (!skipReason.isEmpty()) {
      notRun.add(name + ": " + first);
    } else if (!sqlCommand.isEmpty()) {
      sql(start, end, indent);
    } else if (BARE_COMMAND.matcher(first).matches()) {
      withoutPrompt.add(name + ":" + (start + 1) + ": " + first);
    } else {
      commands(start, end, indent);
    }
    skipReason = "";
    sqlCommand = "";
    exitCode = Command.AS_THE_OUTPUT_SAYS;
  }

  private void sql(int start, int end, String indent) {
    int blank = start;
    while (blank < end && !lines.get(blank).isBlank()) {
      blank++;
    }
    String statement = String.join("\n", unindented(start, blank, indent));
    int output = Math.min(blank + 1, end);
    add(
        new Command(
            start + 1, sqlCommand, statement, unindented(output, end, indent), output + 1, 0, ""));
  }

  private void commands(int start, int end, String indent) {
    int at = start;
    while (at < end && !isPrompt(at, indent)) {
      at++;
    }
    while (at < end) {
      int line = at;
      StringBuilder text = new StringBuilder(lines.get(at).substring(indent.length() + 2));
      at++;
      while (at < end && ShellText.isOpen(text)) {
        text.append('\n').append(unindented(at, at + 1, indent).get(0));
        at++;
      }
      int output = at;
      while (at < end && !isPrompt(at, indent)) {
        at++;
      }
      List<String> shown = withoutBlankEnd(unindented(output, at, indent));
      int code = at == end ? exitCode : Command.AS_THE_OUTPUT_SAYS;
      add(new Command(line + 1, text.toString(), "", shown, output + 1, code, until));
    }
  }

  private void add(Command command) {
    commands.add(command);
    if (command.runsApart()) {
      until = "";
    }
  }

  private boolean isPrompt(int at, String indent) {
    return lines.get(at).startsWith(indent + "$ ");
  }

  private List<String> unindented(int from, int to, String indent) {
    return lines.subList(from, to).stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : "")
        .toList();
  }

  private static List<String> withoutBlankEnd(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(0, end);
  }
}
