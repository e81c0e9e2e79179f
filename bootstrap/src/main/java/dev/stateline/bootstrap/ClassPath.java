package dev.stateline.bootstrap;

import dev.stateline.application.guard.StrangersError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class path, on which adapters and scenarios are found.
 *
 * @param entries jars and folders, as Java was given them
 */
record ClassPath(String entries) {

  private static final Logger LOG = LoggerFactory.getLogger(ClassPath.class);
  private static final int MOST_FAILURES = 100;

  /** The entries that are not there, a line each; Java would pass over them without a word. */
  List<String> problems() {
    return Arrays.stream(entries.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && !Files.exists(Path.of(entry)))
        .map(
            entry ->
                "class path: there is no "
                    + entry
                    + "; correct STATELINE_CLASSPATH, or the -cp of java")
        .toList();
  }

  /**
   * What the jars on the class path announce.
   *
   * @param usable those that could be made
   * @param problems those that could not, one line each
   */
  record Found<T>(List<T> usable, List<String> problems) {

    Found {
      usable = List.copyOf(usable);
      problems = List.copyOf(problems);
    }
  }

  /** Looks for what the jars on the class path announce; one that is broken hides no other. */
  static <T> Found<T> providers(Class<T> service) {
    List<T> usable = new ArrayList<>();
    Set<String> problems = new LinkedHashSet<>();
    Iterator<T> announced = ServiceLoader.load(service).iterator();
    // A jar that fails in the same way for ever would be asked for ever.
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!announced.hasNext()) {
          break;
        }
        usable.add(announced.next());
      } catch (Throwable e) {
        // Also an Error: constructors and static initialisers are a stranger's code.
        failures++;
        problems.add(problem(e));
        LOG.debug("what the provider threw", StrangersError.printable(e));
      }
    }
    return new Found<>(usable, List.copyOf(problems));
  }

  private static String problem(Throwable e) {
    return "class path: a jar announces a provider that cannot be used: "
        + StrangersError.of(e)
        + "; correct the jar, or remove it";
  }
}
