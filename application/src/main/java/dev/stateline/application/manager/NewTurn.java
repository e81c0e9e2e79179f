package dev.stateline.application.manager;

import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.turn.Action;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A computed turn that is to follow the head.
 *
 * @param actions what was done, in the order in which the engine saw it
 * @param result the state that came of it, with its outcomes
 * @param processingTime what computing it took
 * @param checkpoint a checkpoint to be written with it
 */
public record NewTurn<S>(
    List<Action> actions,
    TurnResult<S> result,
    Duration processingTime,
    Optional<CheckpointRequest> checkpoint) {

  /** A turn of which nothing but the state is to be kept: nobody did anything, and nothing else. */
  public static <S> NewTurn<S> of(S state) {
    return of(List.of(), new TurnResult<>(state, Optional.empty(), List.of()));
  }

  /** A turn without a checkpoint, and without a time that computing it took. */
  public static <S> NewTurn<S> of(List<Action> actions, TurnResult<S> result) {
    return new NewTurn<>(actions, result, Duration.ZERO, Optional.empty());
  }

  /**
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_DOCUMENT if a document is not
   *     in canonical form; the message says which
   */
  public NewTurn {
    actions = List.copyOf(actions);
    Objects.requireNonNull(result, "result");
    for (int i = 0; i < actions.size(); i++) {
      actions.get(i).document().requireCanonical("action " + i);
    }
    for (int i = 0; i < result.outcomes().size(); i++) {
      result.outcomes().get(i).document().requireCanonical("outcome " + i);
    }
    Objects.requireNonNull(processingTime, "processingTime");
    Objects.requireNonNull(checkpoint, "checkpoint");
  }
}
