package dev.stateline.application.workspace;

import java.util.List;

/** The configuration is wrong; all that is wrong is named at once. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems one line each, at least one
   */
  public ConfigurationException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, one line each. */
  public List<String> problems() {
    return problems;
  }
}
