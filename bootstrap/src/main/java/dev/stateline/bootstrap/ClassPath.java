package dev.stateline.bootstrap;

import dev.stateline.application.workspace.ConfigurationException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The class path, on which adapters and scenarios are found.
 *
 * @param entries jars and folders, as Java was given them
 */
record ClassPath(String entries) {

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
   * @throws ConfigurationException if one of them cannot be used
   */
  static <T> List<T> providers(Class<T> service) {
    try {
      return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError e) {
      throw new ConfigurationException(
          List.of(
              "class path: a jar announces a provider that cannot be used: "
                  + e.getMessage()
                  + "; correct the jar, or remove it"));
    }
  }
}
