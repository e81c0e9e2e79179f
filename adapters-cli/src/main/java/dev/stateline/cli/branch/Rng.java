package dev.stateline.cli.branch;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Optional;

/**
 * The option {@code --rng}: which random numbers a fork draws.
 *
 * @param seed of the fork; empty for the numbers that the other simulation would draw
 */
public record Rng(Optional<Long> seed) {

  private static final Rng INHERIT = new Rng(Optional.empty());

  private static final String RESEED = "reseed:";

  /**
   * @throws InvalidInputException if the text is neither
   */
  public static Rng parse(String text) {
    if (text.equals("inherit")) {
      return INHERIT;
    }
    try {
      if (text.startsWith(RESEED)) {
        return new Rng(Optional.of(Long.valueOf(text.substring(RESEED.length()))));
      }
    } catch (NumberFormatException e) {
      // Said below, together with what else it could be.
    }
    throw new InvalidInputException(
        "write inherit, or reseed: and a whole number, for example reseed:7, not '" + text + "'");
  }
}
