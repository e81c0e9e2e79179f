package dev.stateline.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of a page: where it says something else than the program, and what it would say. */
final class PageRun {

  private final Page page;
  private final Words words = new Words();
  private final List<String> faults = new ArrayList<>();
  private final Map<Command, List<String>> outputs = new TreeMap<>(new LastFirst());

  private PageRun(Page page) {
    this.page = page;
  }

  /** Runs all commands of a page in an empty folder, in their order. */
  static PageRun of(Page page, CommandProcess server, Path root, String databasePort)
      throws IOException {
    PageRun run = new PageRun(page);
    try (PageFolder place = new PageFolder(server, root, page.port(), databasePort)) {
      for (Command command : page.commands()) {
        run.step(command, place);
      }
    }
    return run;
  }

  /** A text for each command that does something else than the page says. */
  List<String> faults() {
    return faults;
  }

  private void step(Command command, PageFolder place) throws IOException {
    if (!command.shownFile().isEmpty() && place.provide(command.shownFile(), command.output())) {
      return;
    }
    PageFolder.Result result = place.run(command);
    ShownOutput shown = new ShownOutput(command.expected(), page.varying(command));
    boolean same = command.output().isEmpty() || shown.accepts(result.output(), words);
    if (!same) {
      outputs.put(command, result.output());
    }
    if (!same || !command.expects(result.exitCode())) {
      faults.add(fault(command, result, shown));
    }
  }

  private String fault(Command command, PageFolder.Result result, ShownOutput shown) {
    String difference =
        command.output().isEmpty()
            ? String.join("\n", result.output()) + "\n"
            : shown.difference(result.output());
    return String.format(
        "%s:%d (exit code %d%s)%n  $ %s%n%s",
        page.name(),
        command.line(),
        result.exitCode(),
        command.expects(result.exitCode()) ? "" : ", which the page does not say",
        command.text(),
        difference);
  }

  /** The page with what was printed now, in the places where that is something else. */
  List<String> refreshed() {
    List<String> lines = new ArrayList<>(page.lines());
    outputs.forEach((command, output) -> replace(lines, command, output));
    return lines;
  }

  private void replace(List<String> lines, Command command, List<String> output) {
    int first = command.outputLine() - 1;
    String indent = lines.get(command.line() - 1).startsWith("    ") ? "    " : "";
    List<String> shown =
        new ArrayList<>(
            output.stream().map(line -> words.asShown(line, command.output())).toList());
    if (command.isInterrupted()) {
      shown.add(Math.min(command.output().indexOf(Command.CTRL_C), shown.size()), Command.CTRL_C);
    }
    List<String> place = lines.subList(first, first + command.output().size());
    place.clear();
    shown.forEach(line -> place.add((indent + line).stripTrailing()));
  }

  /** Replacing from the end leaves the places before as they are. */
  private static final class LastFirst implements java.util.Comparator<Command> {
    @Override
    public int compare(Command a, Command b) {
      return Integer.compare(b.line(), a.line());
    }
  }
}
