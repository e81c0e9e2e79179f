package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.StateCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is encoded can be decoded: tried before it is stored, at turn 0 and at each later one. */
class ReadableStateTest {

  sealed interface Piece permits Pawn, Queen {}

  record Pawn(int row) implements Piece {}

  record Queen(int row) implements Piece {}

  record Board(List<Piece> pieces) {}

  private final TownStore store = new TownStore();

  @AfterEach
  void close() {
    store.close();
  }

  private static <S> SimulationSpec<S> spec(StateCodec<S> codec, S initial) {
    return SimulationSpec.of(
            new SimulationName("board"), new StateFormat<>(codec, 1), initial, TownRules.PROVENANCE)
        .build();
  }

  private void assertNothingStored() {
    assertThat(store.persistence.simulations().find(new SimulationName("board"))).isEmpty();
  }

  @Test
  void a_first_state_that_cannot_be_read_back_is_refused_and_nothing_is_stored() {
    Board board = new Board(List.of(new Pawn(1)));
    assertThatThrownBy(() -> store.stateline.create(spec(JacksonStateCodec.of(Board.class), board)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.field(ErrorField.COMPONENT)).contains("codec"))
        .hasMessageContaining("the codec cannot read what it wrote in decode, at ")
        .hasMessageContaining("/pieces/0: Piece is sealed")
        .hasMessageContaining("annotate Piece with @JsonTypeInfo");
    assertNothingStored();
  }

  @Test
  void a_first_state_that_is_another_when_it_is_read_is_refused_with_the_place() {
    StateCodec<Integer> growing =
        new StateCodec<>() {
          @Override
          public Document encode(Integer value) {
            String json = "{\"count\":" + value + "}";
            return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Integer decode(Document document) {
            return Integer.parseInt(document.text().replaceAll("[^0-9]", "")) + 1;
          }
        };
    assertThatThrownBy(() -> store.stateline.create(spec(growing, 1)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("read and written again, the state is another, at /count");
    assertNothingStored();
  }

  @Test
  void a_later_state_that_cannot_be_read_back_is_not_stored_either() {
    StateCodec<Board> codec = JacksonStateCodec.of(Board.class);
    try (StateManager<Board> manager = store.stateline.create(spec(codec, new Board(List.of())))) {
      assertThatThrownBy(() -> manager.addState(NewTurn.of(new Board(List.of(new Queen(8))))))
          .isInstanceOf(FailureException.class)
          .hasMessageContaining("/pieces/0: Piece is sealed");
      assertThat(manager.head().turn().value()).isZero();
      manager.addState(NewTurn.of(new Board(List.of())));
      assertThat(manager.currentState()).isEqualTo(new Board(List.of()));
      assertThat(manager.currentState()).isNotSameAs(manager.currentState());
    }
  }
}
