package dev.stateline.application.compare;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The values of several runs at one place of one turn.
 *
 * @param values one for each run, the one that the others are compared with first; empty where the
 *     run has ended or has no such place
 */
public record CurvePoint(TurnNumber turn, String pointer, List<Optional<Document>> values) {

  public CurvePoint {
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(pointer, "pointer");
    values = List.copyOf(values);
  }

  /**
   * How much a run's number is above the first run's; empty where one of them is no number.
   *
   * @param run its index in the values
   */
  public Optional<Double> difference(int run) {
    return number(run).flatMap(value -> number(0).map(reference -> value - reference));
  }

  /** The {@link #difference} as a share of the first run's number; empty also where that is 0. */
  public Optional<Double> relativeDifference(int run) {
    return number(0)
        .filter(reference -> reference != 0)
        .flatMap(reference -> difference(run).map(d -> d / Math.abs(reference)))
        .filter(Double::isFinite);
  }

  private Optional<Double> number(int run) {
    return values
        .get(run)
        .map(Document::text)
        .filter(text -> text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))
        .map(Double::valueOf);
  }
}
