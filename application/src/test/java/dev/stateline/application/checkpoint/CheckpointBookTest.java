package dev.stateline.application.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.history.TurnReference;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointBookTest {

  private static final CheckpointName PEACE = new CheckpointName("peace");

  private final TownStore store = new TownStore();
  private final CheckpointBook book = store.stateline.checkpoints();
  private final SimulationId town = store.played("town", 5).id();

  @AfterEach
  void close() {
    store.close();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatelineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Checkpoint save(int turn, String name) {
    return book.save(town, new TurnNumber(turn), new CheckpointName(name));
  }

  private List<String> names() {
    return book.list(town, Optional.empty(), 100).stream().map(c -> c.name().value()).toList();
  }

  @Test
  void a_checkpoint_names_the_state_of_a_turn() {
    store.clock.set(Instant.parse("2027-01-01T00:00:00.000000999Z"));

    Checkpoint saved = save(2, "peace");

    assertThat(saved.state())
        .isEqualTo(store.stateline.history().stateAt(town, new TurnNumber(2)).ref());
    assertThat(saved.kind()).isEqualTo(CheckpointKind.NAMED);
    assertThat(saved.createdAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(book.list(town, Optional.empty(), 10)).containsExactly(saved);
  }

  @Test
  void checkpoints_are_listed_by_turn_and_by_pages() {
    save(4, "late");
    save(1, "early");
    Checkpoint middle = save(3, "middle");

    assertThat(names()).containsExactly("early", "middle", "late");
    assertThat(book.list(town, Optional.of(middle), 10))
        .extracting(c -> c.name().value())
        .containsExactly("late");
    assertThat(book.list(town, Optional.empty(), 1)).hasSize(1);
  }

  @Test
  void a_name_is_given_once() {
    save(2, "peace");

    assertRefused(ErrorCode.NAME_TAKEN, () -> save(3, "peace"));
    assertThat(names()).containsExactly("peace");
  }

  @Test
  void a_turn_after_the_head_gets_no_name() {
    assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> save(6, "future"));
  }

  @Test
  void a_deleted_checkpoint_is_gone_and_its_state_stays() {
    save(2, "peace");

    book.delete(town, PEACE);

    assertThat(names()).isEmpty();
    assertThat(store.stateline.history().stateAt(town, new TurnNumber(2)).turn().value())
        .isEqualTo(2);
    assertRefused(ErrorCode.CHECKPOINT_NOT_FOUND, () -> book.delete(town, PEACE));
  }

  @Test
  void a_checkpoint_that_may_have_been_meant_is_asked() {
    save(2, "peace");

    assertThatThrownBy(() -> book.delete(town, new CheckpointName("paece")))
        .hasMessage("simulation 'town' has no checkpoint 'paece' (did you mean 'peace'?)");
    assertThatThrownBy(
            () ->
                store
                    .stateline
                    .history()
                    .turn(store.stateline.simulations().find("town"), TurnReference.place("peas")))
        .hasMessageContaining("(did you mean 'peace'?)");
  }

  @Test
  void a_checkpoint_is_saved_and_deleted_beside_a_living_writer() {
    try (StateManager<Town> living = store.open(town)) {
      save(2, "peace");
      assertThat(living.stateAt(PEACE).year()).isEqualTo(2);
      book.delete(town, PEACE);
      TownStore.play(living, 1);
    }
    assertThat(names()).isEmpty();
  }
}
