package dev.stateline.domain.spi;

import java.util.Objects;

/**
 * Something wrong with a setting.
 *
 * @param key the setting, relative to the persistence settings, for example {@code connection.port}
 * @param problem the bad value and the allowed range, for people; a secret is never in it
 */
public record SettingProblem(String key, String problem) {

  public SettingProblem {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(problem, "problem");
  }
}
