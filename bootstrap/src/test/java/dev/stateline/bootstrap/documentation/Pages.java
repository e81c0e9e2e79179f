package dev.stateline.bootstrap.documentation;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of this repository that a reader may follow with a shell. */
final class Pages {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** Where set, what the commands print is written into the pages. */
  private static final boolean REFRESH = Boolean.getBoolean("stateline.docs.refresh");

  /** Where set, only the pages whose names contain it are run. */
  private static final String ONLY = System.getProperty("stateline.docs.page", "");

  private Pages() {}

  /** All pages but decisions, which are never changed. */
  static List<Page> all() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.getParent().endsWith("decisions"))
          .sorted()
          .map(Pages::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the pages that have commands. */
  static List<String> withCommands() {
    return all().stream()
        .filter(page -> !page.commands().isEmpty())
        .map(Page::name)
        .filter(name -> name.contains(ONLY))
        .toList();
  }

  private static Page read(Path file) {
    try {
      return Page.read(ROOT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a page, and fails where it says something else than the program. */
  static void check(String name, CommandProcess server, String databasePort) throws IOException {
    Page page = read(ROOT.resolve(name));
    PageRun run = PageRun.of(page, server, ROOT, databasePort);
    if (REFRESH) {
      Files.write(ROOT.resolve(name), run.refreshed());
    }
    if (!run.faults().isEmpty()) {
      fail(
          "%s says something else than the program does at %d places. '-' stands before lines of the page,"
              + " '+' before lines of the program; scripts/refresh-docs writes the latter into the page.%n%n%s",
          name, run.faults().size(), String.join("\n", run.faults()));
    }
  }
}
