package dev.stateline.application.run;

import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;

/**
 * A turn that has just become durable.
 *
 * @param target the turn at which the run is to stop
 */
public record TurnProgress(TurnNumber target, Committed committed, TurnTimings timings) {

  public TurnProgress {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(committed, "committed");
    Objects.requireNonNull(timings, "timings");
  }

  public TurnNumber turn() {
    return committed.head().turn();
  }
}
