package dev.stateline.application.run;

import java.time.Duration;
import java.util.Objects;

/**
 * Where the time of one or more turns went.
 *
 * @param engine in the action source and the engine
 * @param encoding in decoding, canonical encoding and hashing
 * @param commit that the run waited until the turn was durable, compression included; what the next
 *     turn was computed in meanwhile does not count
 */
public record TurnTimings(Duration engine, Duration encoding, Duration commit) {

  public static final TurnTimings NONE =
      new TurnTimings(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public TurnTimings {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(commit, "commit");
  }

  public TurnTimings plus(TurnTimings other) {
    return new TurnTimings(
        engine.plus(other.engine), encoding.plus(other.encoding), commit.plus(other.commit));
  }

  public Duration total() {
    return engine.plus(encoding).plus(commit);
  }
}
