package dev.stateline.persistence.sql.internal.turn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import java.util.Optional;

/**
 * What the next turns of the histories that are being written are deltas to. The states that were
 * written last are remembered; others are read once. Thread-safe.
 */
final class Bases {

  /** Of all states that are remembered. */
  private static final long MOST_BYTES = 64L << 20;

  private final TurnReader reader;

  /** Each under the state that a next turn would follow: it proves all of those before it. */
  private final Cache<StateRef, Trail> trails =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((StateRef last, Trail trail) -> trail.size())
          .executor(Runnable::run)
          .build();

  Bases(TurnReader reader) {
    this.reader = reader;
  }

  /** The trail up to the state that a turn follows, with the base of that turn if it has one. */
  Trail before(StateRef previous, int turn) {
    Trail known = Optional.ofNullable(trails.getIfPresent(previous)).orElse(Trail.EMPTY);
    if (BaseTurns.isKeyframe(turn) || known.at(BaseTurns.of(turn)).isPresent()) {
      return known;
    }
    return read(previous, BaseTurns.of(turn)).map(known::with).orElse(known);
  }

  /**
   * A base that cannot be read is no reason to lose a turn: it is then stored whole, and {@code
   * verify} says what is damaged.
   */
  private Optional<Trail.Point> read(StateRef previous, int turn) {
    try {
      return reader.pointAt(previous, turn);
    } catch (CorruptDataException e) {
      return Optional.empty();
    }
  }

  /** The next turn of this history will follow this state. */
  void follow(Trail trail, State state, Document document) {
    trails.put(state.ref(), trail.with(new Trail.Point(state.ref(), document)));
  }

  /** What follows this state was written, and is remembered instead of it. */
  void forget(StateRef state) {
    trails.invalidate(state);
  }
}
