package dev.stateline.domain.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scenario's author left out is named: the message is all that a person sees. */
class MissingPartsTest {

  private static final Document DOCUMENT = Document.EMPTY_OBJECT;

  private static Arguments of(String message, ThrowingCallable work) {
    return Arguments.of(message, work);
  }

  static Stream<Arguments> missing() {
    Outcome outcome = new Outcome("ana", "won", DOCUMENT);
    return Stream.of(
        of(
            "outcome 1 is null",
            () -> new TurnResult<>("", Optional.empty(), Arrays.asList(outcome, null))),
        of("outcomes must not be null", () -> new TurnResult<>("", Optional.empty(), null)),
        of("state must not be null", () -> new TurnResult<>(null, Optional.empty(), List.of())),
        of("simulatedTime must not be null", () -> new TurnResult<>("", null, List.of())),
        of("state must not be null", () -> new InitialState<>(null, Optional.empty())),
        of("simulatedTime must not be null", () -> new InitialState<>("", null)),
        of("a name of an actor must not be null", () -> new Outcome(null, "won", DOCUMENT)),
        of("a kind of outcome must not be null", () -> new Outcome("ana", null, DOCUMENT)),
        of("document must not be null", () -> new Outcome("ana", "won", null)),
        of("a name of an actor must not be null", () -> new Action(null, "bids", DOCUMENT)),
        of("a kind of action must not be null", () -> new Action("ana", null, DOCUMENT)),
        of("document must not be null", () -> new Action("ana", "bids", null)),
        of("the bytes of a document must not be null", () -> Document.ofCanonical(null)),
        of("the bytes of a document must not be null", () -> Document.ofTrusted(null)));
  }

  @ParameterizedTest
  @MethodSource
  void missing(String message, ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOf(NullPointerException.class).hasMessage(message);
  }
}
