package dev.stateline.application.guard;

import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.Upcaster;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.StateCodec;
import java.util.Optional;

/**
 * Puts a guard around parts of a scenario that were given one by one; what is guarded already stays
 * as it is.
 */
public final class Guarded {

  private Guarded() {}

  public static <S> Scenario<S> scenario(Scenario<S> scenario) {
    return scenario instanceof GuardedScenario
        ? scenario
        : new GuardedScenario<>(scenario, Optional.empty());
  }

  public static <S> StateCodec<S> codec(StateCodec<S> codec) {
    return codec instanceof GuardedCodec
        ? codec
        : new GuardedCodec<>(codec, guard(Component.CODEC, codec));
  }

  public static Upcaster upcaster(Upcaster upcaster) {
    return upcaster instanceof GuardedUpcaster
        ? upcaster
        : new GuardedUpcaster(upcaster, guard(Component.UPCASTER, upcaster));
  }

  public static <S> ActionSource<S> actionSource(ActionSource<S> source) {
    return source instanceof GuardedActionSource
        ? source
        : new GuardedActionSource<>(source, guard(Component.ACTION_SOURCE, source));
  }

  public static <S> GameEngine<S> engine(GameEngine<S> engine) {
    return engine instanceof GuardedEngine
        ? engine
        : new GuardedEngine<>(engine, guard(Component.ENGINE, engine));
  }

  /**
   * The failure of an engine whose state has no canonical form.
   *
   * @param engine a guarded one
   */
  public static FailureException unfitState(GameEngine<?> engine, InvalidInputException refusal) {
    return Failures.unfit(
        ((GuardedEngine<?>) engine).guard().callOf("processTurn"),
        "gave a state that cannot be stored",
        refusal);
  }

  /**
   * The failure of a scenario whose initial state has no canonical form.
   *
   * @param scenario a guarded one
   */
  public static FailureException unfitState(Scenario<?> scenario, InvalidInputException refusal) {
    return Failures.unfit(
        ((GuardedScenario<?>) scenario).guard().callOf("initialState"),
        "gave a state that cannot be stored",
        refusal);
  }

  /**
   * The failure of a codec that reads a state as another type than others take.
   *
   * @param codec a guarded one
   * @param refusal of an action source or an engine, which was given the state
   */
  public static FailureException foreignState(StateCodec<?> codec, InvalidInputException refusal) {
    return Failures.unfit(
        ((GuardedCodec<?>) codec).guard().callOf("decode"),
        "gave a state that nobody takes",
        refusal);
  }

  /**
   * The failure of a codec that cannot read what it wrote.
   *
   * @param codec a guarded one
   */
  public static FailureException unreadable(StateCodec<?> codec, InvalidInputException refusal) {
    return Failures.unfit(
        ((GuardedCodec<?>) codec).guard().callOf("decode"), "cannot read what it wrote", refusal);
  }

  private static Guard guard(Component component, Object target) {
    return new Guard(component, Optional.empty(), target);
  }
}
