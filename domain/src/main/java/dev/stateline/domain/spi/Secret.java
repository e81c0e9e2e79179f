package dev.stateline.domain.spi;

import java.util.Objects;

/** A password or the like, which is never printed: only {@link #reveal} gives it out. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The secret itself, to be handed to a driver and nowhere else. */
  public String reveal() {
    return value;
  }

  /** Four asterisks, whatever the secret is. */
  @Override
  public String toString() {
    return "****";
  }
}
