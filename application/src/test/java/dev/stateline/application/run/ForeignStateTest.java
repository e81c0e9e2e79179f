package dev.stateline.application.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A state of another class than the next part takes: whoever made it is to blame. */
class ForeignStateTest {

  private final TownStore store = new TownStore();

  record Tally(int count) {}

  /** A codec with a class of its own: the platform casts what it is given. */
  static class TallyCodec implements StateCodec<Tally> {

    @Override
    public Document encode(Tally value) {
      return Document.ofCanonical(Integer.toString(value.count()).getBytes(UTF_8));
    }

    @Override
    public Tally decode(Document document) {
      return new Tally(Integer.parseInt(document.text()));
    }
  }

  /** Reads another class than it writes, from 1 on. */
  static final class Deceiver implements StateCodec<Object> {

    @Override
    public Document encode(Object value) {
      String count = value instanceof Tally tally ? "" + tally.count() : value.toString();
      return Document.ofCanonical(count.getBytes(UTF_8));
    }

    @Override
    public Object decode(Document document) {
      int count = Integer.parseInt(document.text());
      return count == 0 ? new Tally(0) : Long.valueOf(count);
    }
  }

  static final class Counting implements GameEngine<Tally> {

    @Override
    public TurnResult<Tally> processTurn(Tally state, List<Action> actions, TurnContext context) {
      return result(new Tally(state.count() + 1));
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static <S> TurnResult<S> result(S state) {
    return new TurnResult<>(state, Optional.empty(), List.of());
  }

  /** As a program does that has lost its types on the way. */
  @SuppressWarnings("unchecked")
  private static <T> T unchecked(Object value) {
    return (T) value;
  }

  private static <S> SimulationSpec<S> spec(StateCodec<S> codec, S initial) {
    return SimulationSpec.of(
            new SimulationName("count"), new StateFormat<>(codec, 1), initial, TownRules.PROVENANCE)
        .build();
  }

  private StateManager<Tally> created(StateCodec<Tally> codec) {
    return store.stateline.create(spec(codec, new Tally(0)));
  }

  private static FailureException failure(
      StateManager<Tally> manager, ActionSource<Tally> source, GameEngine<Tally> engine) {
    SimulationCoordinator<Tally> loop =
        SimulationCoordinator.of(manager, source, engine).stop(new StopSignal()).build();
    FailureException failure =
        catchThrowableOfType(
            FailureException.class, () -> loop.run(new TurnNumber(3), RunListener.NONE));
    assertThat(failure).isNotNull();
    return failure;
  }

  static Stream<StateCodec<Tally>> codecs() {
    return Stream.of(
        new TallyCodec(),
        // The bridge is in the class above.
        new TallyCodec() {},
        JacksonStateCodec.of(Tally.class));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void the_engine_is_to_blame_for_what_the_codec_cannot_take(StateCodec<Tally> codec) {
    GameEngine<Tally> engine = (state, actions, context) -> unchecked(result("three"));
    try (StateManager<Tally> manager = created(codec)) {
      FailureException failure = failure(manager, (state, context) -> List.of(), engine);

      assertThat(failure.field(ErrorField.COMPONENT)).contains("engine");
      assertThat(failure)
          .hasMessageContaining("the engine gave a state that cannot be stored in processTurn, at ")
          .hasMessageContaining("the state is a java.lang.String, and ")
          .hasMessageEndingWith(" takes a " + Tally.class.getName() + "; turn 0 is safe");
    }
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void a_program_is_told_of_its_own_state_before_it_is_stored(StateCodec<Tally> codec) {
    StateCodec<Object> anything = unchecked(codec);
    assertThatThrownBy(() -> store.stateline.create(spec(anything, "none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the state is a java.lang.String, and ");
    assertThat(store.persistence.simulations().find(new SimulationName("count"))).isEmpty();

    try (StateManager<Tally> manager = created(codec)) {
      assertThatThrownBy(() -> manager.addState(unchecked(NewTurn.of(7))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("the state is a java.lang.Integer, and ");
      assertThat(manager.addState(NewTurn.of(new Tally(1))).head().turn().value()).isEqualTo(1);
    }
  }

  @Test
  void the_codec_is_to_blame_for_what_nobody_can_take() {
    for (GameEngine<Tally> engine :
        List.<GameEngine<Tally>>of(
            new Counting(), (state, actions, context) -> result(new Tally(state.count() + 1)))) {
      try (StateManager<Tally> manager = created(unchecked(new Deceiver()))) {
        FailureException failure = failure(manager, (state, context) -> List.of(), engine);

        assertThat(failure.field(ErrorField.COMPONENT)).contains("codec");
        assertThat(failure)
            .hasMessageStartingWith("turn 2 of simulation 'count' failed: the codec gave")
            .hasMessageContaining("gave a state that nobody takes in decode, at " + name())
            .hasMessageContaining("the state is a java.lang.Long, and ");
      }
      store.stateline.simulations().delete(store.stateline.simulations().find("count").id());
    }
  }

  private static String name() {
    return Deceiver.class.getName() + ".decode";
  }

  @Test
  void a_cast_of_the_engines_own_stays_the_engines() {
    GameEngine<Tally> engine =
        (state, actions, context) -> {
          Object any = state;
          return result(new Tally(((String) any).length()));
        };
    try (StateManager<Tally> manager = created(new TallyCodec())) {
      FailureException failure = failure(manager, (state, context) -> List.of(), engine);

      assertThat(failure.field(ErrorField.COMPONENT)).contains("engine");
      assertThat(failure)
          .hasMessageContaining("the engine threw ClassCastException in processTurn");
    }
  }

  @Test
  void a_simulated_time_of_another_class_is_an_unfit_answer() {
    GameEngine<Tally> engine =
        (state, actions, context) ->
            new TurnResult<>(state, unchecked(Optional.of("noon")), List.of());
    try (StateManager<Tally> manager = created(new TallyCodec())) {
      FailureException failure = failure(manager, (state, context) -> List.of(), engine);

      assertThat(failure.field(ErrorField.COMPONENT)).contains("engine");
      assertThat(failure).hasMessageContaining("the simulated time is of class java.lang.String");
    }
  }
}
