package dev.stateline.domain.engine;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;

/**
 * A world with its parameters set, ready to be run. What a turn needs is in its state; what a
 * scenario holds besides, such as a process or a connection, it gives back when it is closed.
 *
 * @param <S> the typed state
 */
public interface Scenario<S> extends AutoCloseable {

  /** The name of the engine that runs it; part of the provenance. */
  String engineName();

  /**
   * The engine's version. It changes whenever the same state and actions may give another result.
   */
  String engineVersion();

  /**
   * The parameters in full, defaults included, as a JSON object. Opening the scenario with it gives
   * the same scenario; its hash is part of the provenance.
   */
  Document parameters();

  /** The version of the state document's shape, 1 or more. */
  int stateVersion();

  StateCodec<S> codec();

  /**
   * Brings a state of an earlier version one version on, so that simulations that were made before
   * {@link #stateVersion} was raised can be read, resumed and replayed. What is stored stays as it
   * is.
   *
   * @param state a stored document, or what the step before made of it
   * @param version its version, below {@link #stateVersion}
   * @return in canonical form, in the shape of {@code version + 1}
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if there is no such step
   */
  default Document upcast(Document state, int version) {
    return Upcaster.NONE.upcast(state, version);
  }

  /**
   * The world before the first turn.
   *
   * @param context turn 0 and the seed
   */
  InitialState<S> initialState(TurnContext context);

  /** Where a run stops when nobody says otherwise. */
  TurnNumber lastTurn();

  ActionSource<S> actionSource();

  GameEngine<S> engine();

  /**
   * Gives back what the scenario holds; by default, nothing. Whoever opened it closes it, once.
   * Closing never throws.
   */
  @Override
  default void close() {}
}
