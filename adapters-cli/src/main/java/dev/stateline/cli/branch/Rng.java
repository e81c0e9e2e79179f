package dev.stateline.cli.branch;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.WholeNumber;
import java.util.Optional;
import java.util.OptionalLong;

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
    if (text.startsWith(RESEED)) {
      OptionalLong seed = WholeNumber.of(text.substring(RESEED.length()));
      if (seed.isPresent()) {
        return new Rng(Optional.of(seed.getAsLong()));
      }
    }
    throw new InvalidInputException(
        "write inherit, or reseed: and a whole number, for example reseed:7, not '" + text + "'");
  }
}
