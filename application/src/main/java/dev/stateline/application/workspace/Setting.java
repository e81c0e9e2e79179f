package dev.stateline.application.workspace;

import java.util.Objects;

/**
 * A setting in force.
 *
 * @param path its place in the configuration, for example {@code
 *     simulation.state_management.persistence.type}
 * @param value as it is shown: a secret is masked already
 * @param origin who set it, for example {@code default} or {@code environment STATELINE_...}
 */
public record Setting(String path, String value, String origin) {

  public Setting {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }
}
