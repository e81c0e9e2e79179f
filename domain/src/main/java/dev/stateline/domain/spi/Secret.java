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

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Four asterisks, whatever the secret is. */
  @Override
  public String toString() {
    return "****";
  }
}
