package dev.stateline.application.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration as people see it.
 *
 * @param source where it comes from, on one line
 * @param settings all of them, defaults included
 * @param adapters the types that may be chosen
 * @param problems everything that is wrong, one line each; empty if it is sound
 * @param databaseFile the database's file, where it is a file
 */
public record ConfigurationView(
    String source,
    List<Setting> settings,
    List<String> adapters,
    List<String> problems,
    Optional<Path> databaseFile) {

  public ConfigurationView {
    Objects.requireNonNull(source, "source");
    settings = List.copyOf(settings);
    adapters = List.copyOf(adapters);
    problems = List.copyOf(problems);
    Objects.requireNonNull(databaseFile, "databaseFile");
  }
}
