package dev.stateline.domain.commit;

import dev.stateline.domain.error.StatelineException;
import java.util.Optional;

/**
 * What became of one of several commits that were written together: it was written or refused.
 *
 * @param committed what it left behind; empty if it was refused
 * @param refusal why nothing of it was written; empty if it was
 */
public record AppendResult(Optional<Committed> committed, Optional<StatelineException> refusal) {

  /**
   * @throws IllegalArgumentException if it is both or neither
   */
  public AppendResult {
    if (committed.isPresent() == refusal.isPresent()) {
      throw new IllegalArgumentException("a commit is either written or refused");
    }
  }

  public static AppendResult written(Committed committed) {
    return new AppendResult(Optional.of(committed), Optional.empty());
  }

  public static AppendResult refused(StatelineException refusal) {
    return new AppendResult(Optional.empty(), Optional.of(refusal));
  }

  /**
   * What the commit left behind.
   *
   * @throws StatelineException the refusal
   */
  public Committed orThrow() {
    refusal.ifPresent(
        e -> {
          throw e;
        });
    return committed.orElseThrow();
  }
}
