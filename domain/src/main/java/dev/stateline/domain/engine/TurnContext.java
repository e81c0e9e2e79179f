package dev.stateline.domain.engine;

import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;

/**
 * What an engine or an action source may know of a turn beside state and actions.
 *
 * @param turn the turn that is being computed; 0 for the initial state
 * @param seed the seed in force
 */
public record TurnContext(TurnNumber turn, long seed) {

  public TurnContext {
    Objects.requireNonNull(turn, "turn");
  }

  /**
   * A fresh generator for one purpose in this turn. The same seed, turn and stream give the same
   * numbers, whatever other streams were drawn from; an action source and an engine therefore use
   * streams of their own.
   *
   * @param stream the purpose, for example {@code engine/growth}
   */
  public TurnRandom random(String stream) {
    return TurnRandom.of(seed, turn, stream);
  }
}
