package dev.stateline.domain.time;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Objects;
import java.util.Optional;

/** The turns from one to another, both inclusive. */
public record TurnRange(TurnNumber from, TurnNumber to) {

  /** All turns of any simulation. */
  public static final TurnRange ALL =
      new TurnRange(TurnNumber.ZERO, new TurnNumber(TurnNumber.MAX_VALUE));

  /**
   * @throws InvalidInputException if it ends before it begins
   */
  public TurnRange {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.isAfter(to)) {
      throw new InvalidInputException(
          "a range of turns goes from the earlier to the later, not from " + from + " to " + to);
    }
  }

  /** The turns that lie in both ranges; empty if there are none. */
  public Optional<TurnRange> intersect(TurnRange other) {
    TurnNumber first = from.isAfter(other.from) ? from : other.from;
    TurnNumber last = to.isAfter(other.to) ? other.to : to;
    return first.isAfter(last) ? Optional.empty() : Optional.of(new TurnRange(first, last));
  }

  public boolean contains(TurnNumber turn) {
    return !from.isAfter(turn) && !turn.isAfter(to);
  }
}
