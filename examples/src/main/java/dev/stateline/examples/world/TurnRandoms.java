package dev.stateline.examples.world;

import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnRandom;

/**
 * The generators of one user of a turn. Each nation and each quarrel has its own, so a change in
 * one corner of the world does not throw new dice in all the others: two branches differ by what
 * was changed and what follows from it.
 *
 * @param prefix {@code engine/} or {@code actions/}
 */
record TurnRandoms(TurnContext context, String prefix) {

  TurnRandom of(String purpose) {
    return context.random(prefix + purpose);
  }

  /** Whether something of this probability happens. */
  boolean happens(String purpose, double probability) {
    return of(purpose).nextDouble() < probability;
  }
}
