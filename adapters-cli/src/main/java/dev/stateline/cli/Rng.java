package dev.stateline.cli;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Optional;

/**
 * Which random numbers a fork draws.
 *
 * @param seed empty for those that the other would draw
 */
record Rng(Optional<Long> seed) {

  static final Rng INHERIT = new Rng(Optional.empty());

  private static final String RESEED = "reseed:";

  static Rng parse(String text) {
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

  /** That of a fork which comes after so many others: each of them gets a seed of its own. */
  Rng after(int others) {
    return new Rng(seed.map(first -> first + others));
  }
}
