package dev.stateline.bootstrap.configuration;

import dev.stateline.application.workspace.Setting;
import java.util.List;
import java.util.Objects;

/**
 * A configuration that was read.
 *
 * @param source where it comes from, on one line
 * @param persistence what is in force; a setting with a problem has the value it would have without
 * @param settings the same for people, with origins
 * @param problems everything that is wrong, one line each
 */
public record LoadedConfiguration(
    String source,
    PersistenceConfiguration persistence,
    List<Setting> settings,
    List<String> problems) {

  public LoadedConfiguration {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(persistence, "persistence");
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }
}
