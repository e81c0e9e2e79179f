package dev.stateline.application.compare;

import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run stands to the one it was compared with.
 *
 * @param run the one that was compared
 * @param comparedTo the last turn that was compared: both have it
 * @param divergence where the two part; empty if they are equal up to the last turn compared
 * @param relation the same in a word
 */
public record RunComparison(
    ComparedRun run, TurnNumber comparedTo, Optional<Divergence> divergence, Relation relation) {

  /** How one run stands to another. */
  public enum Relation {
    /** All turns that were asked for are the same. */
    EQUAL,
    /** It is the beginning of the other one. */
    BEGINNING,
    /** The other one is its beginning. */
    CONTINUATION,
    /** They part at some turn. */
    DIVERGED
  }

  public RunComparison {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(comparedTo, "comparedTo");
    Objects.requireNonNull(divergence, "divergence");
    Objects.requireNonNull(relation, "relation");
  }
}
