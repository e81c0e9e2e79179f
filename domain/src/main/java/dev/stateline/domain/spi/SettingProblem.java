package dev.stateline.domain.spi;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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

  /**
   * Refuses settings that have problems, and names them all.
   *
   * @throws InvalidInputException INVALID_CONFIGURATION if there is one
   */
  public static void requireNone(List<SettingProblem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(
          ErrorCode.INVALID_CONFIGURATION,
          problems.stream()
              .map(p -> p.key() + ": " + p.problem())
              .collect(Collectors.joining("; ")));
    }
  }
}
