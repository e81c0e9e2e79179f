package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

  private static final Sha256 HASH = Document.EMPTY_OBJECT.hash();
  private static final SegmentId SEGMENT = new SegmentId(new UUID(0, 3));

  private static State state(Content content, int version) {
    return new State(
        new SimulationId(new UUID(0, 2)),
        new StateRef(SEGMENT, TurnNumber.ZERO, ChainHash.initial(Optional.empty(), HASH)),
        Optional.empty(),
        content,
        version,
        new Provenance("engine", "1", HASH, 7),
        Instant.EPOCH);
  }

  private static void assertPruned(Runnable reading, String what) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATE_PRUNED))
        .hasMessageContaining(what);
  }

  @Test
  void its_version_is_1_or_more() {
    assertThat(state(Content.of(Document.EMPTY_OBJECT), 1).stateVersion()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_version_below_1_is_refused(int version) {
    assertThatThrownBy(() -> state(Content.of(Document.EMPTY_OBJECT), version))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 or more, not " + version);
  }

  @Test
  void a_state_without_its_document_still_has_hashes_that_hold() {
    State pruned = state(Content.pruned(HASH), 1);

    assertThat(pruned.stateHash()).isEqualTo(HASH);
    assertThat(pruned.content().document()).isEmpty();
    assertThat(new Turn(pruned, Optional.empty()).follows(null)).isTrue();
    assertThat(new Turn(pruned, Optional.empty()).documentBytes()).isZero();
    assertPruned(pruned::document, "the state of turn 0");
    assertThatThrownBy(pruned::document)
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.field(ErrorField.TURN)).contains("0"));
  }

  @Test
  void a_transition_without_its_documents_still_has_its_hash() {
    Sha256 log = Document.EMPTY_ARRAY.hash();
    Transition whole =
        Transition.of(Document.EMPTY_ARRAY, Document.EMPTY_ARRAY, Duration.ZERO, Instant.EPOCH);
    Transition pruned =
        new Transition(Content.pruned(log), Content.pruned(log), Duration.ZERO, Instant.EPOCH);

    assertThat(pruned.hash()).isEqualTo(whole.hash());
    assertThat(pruned).isNotEqualTo(whole);
    assertPruned(pruned::actions, "what was done");
    assertPruned(pruned::outcomes, "what came of it");
  }

  @Test
  void a_negative_processing_time_is_refused() {
    assertThatThrownBy(
            () ->
                Transition.of(
                    Document.EMPTY_ARRAY,
                    Document.EMPTY_ARRAY,
                    Duration.ofNanos(-1),
                    Instant.EPOCH))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not negative");
  }

  @Test
  void two_contents_in_one_place_are_two_states() {
    StateRef one = new StateRef(SEGMENT, new TurnNumber(3), new ChainHash(HASH));
    StateRef other =
        new StateRef(SEGMENT, new TurnNumber(3), new ChainHash(Sha256.ofUtf8("another")));
    StateRef elsewhere = new StateRef(SEGMENT, new TurnNumber(4), new ChainHash(HASH));

    assertThat(one.isInPlaceOf(other)).isTrue();
    assertThat(one).isNotEqualTo(other);
    assertThat(one.isInPlaceOf(elsewhere)).isFalse();
    assertThat(one)
        .isEqualTo(new StateRef(SEGMENT, new TurnNumber(3), new ChainHash(HASH)))
        .hasSameHashCodeAs(new StateRef(SEGMENT, new TurnNumber(3), new ChainHash(HASH)));
  }

  @Test
  void a_turn_has_a_transition_unless_it_is_turn_0() {
    State initial = state(Content.of(Document.EMPTY_OBJECT), 1);
    Transition transition =
        Transition.of(Document.EMPTY_ARRAY, Document.EMPTY_ARRAY, Duration.ZERO, Instant.EPOCH);

    assertThatThrownBy(() -> new Turn(initial, Optional.of(transition)))
        .isInstanceOf(InvalidInputException.class);
  }
}
