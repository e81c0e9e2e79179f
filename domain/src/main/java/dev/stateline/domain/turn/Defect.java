package dev.stateline.domain.turn;

import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A stored value that is not what was written.
 *
 * @param turn the turn whose row it is; empty for a row that belongs to no turn
 * @param column table and column, for example {@code states.state_payload}
 * @param problem what is wrong, for people
 */
public record Defect(Optional<TurnNumber> turn, String column, String problem) {

  public Defect {
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(problem, "problem");
  }

  public static Defect at(TurnNumber turn, String column, String problem) {
    return new Defect(Optional.of(turn), column, problem);
  }

  public static Defect beside(String column, String problem) {
    return new Defect(Optional.empty(), column, problem);
  }
}
