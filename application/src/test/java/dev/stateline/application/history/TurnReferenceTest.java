package dev.stateline.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.history.TurnReference.BeforeHead;
import dev.stateline.application.history.TurnReference.Named;
import dev.stateline.application.history.TurnReference.Numbered;
import dev.stateline.application.history.TurnReference.Place;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.time.TurnNumber;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnReferenceTest {

  private static Arguments meaning(String text, String simulation, Place place) {
    return Arguments.of(text, new TurnReference(simulation, place));
  }

  private static Place number(int turn) {
    return new Numbered(new TurnNumber(turn));
  }

  private static Place named(String checkpoint) {
    return new Named(new CheckpointName(checkpoint));
  }

  static Stream<Arguments> meanings() {
    return Stream.of(
        meaning("world", "world", new BeforeHead(0)),
        meaning("world@head", "world", new BeforeHead(0)),
        meaning("world@head~0", "world", new BeforeHead(0)),
        meaning("world@head~3", "world", new BeforeHead(3)),
        meaning("world@head~999999999", "world", new BeforeHead(999_999_999)),
        meaning("world@0", "world", number(0)),
        meaning("world@12", "world", number(12)),
        meaning("world@1000000000", "world", number(1_000_000_000)),
        meaning("world@auto-5", "world", named("auto-5")),
        meaning("world@before the war", "world", named("before the war")),
        meaning("world@HEAD", "world", named("HEAD")),
        meaning("world@1.5", "world", named("1.5")),
        meaning("my world 2@7", "my world 2", number(7)),
        meaning("0190abcd@7", "0190abcd", number(7)));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void a_reference_means(String text, TurnReference meaning) {
    assertThat(TurnReference.parse(text)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@3",
        "world@",
        "world@1000000001",
        "world@999999999999999999",
        "world@99999999999999999999",
        "world@head~",
        "world@head~-1",
        "world@-1",
        "world@0012",
        "world@head~03",
        "world@head~x",
        "world@head~9999999999",
        "world@3~1",
        "world@a/b",
        "world@ ",
        "world@a\nb"
      })
  void any_other_text_is_refused(String text) {
    assertThatThrownBy(() -> TurnReference.parse(text)).isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "head~x", "head~", "3~1", "a/b", ""})
  void a_refusal_names_the_forms_of_a_turn(String turn) {
    assertThatThrownBy(() -> TurnReference.parse("world@" + turn))
        .hasMessageContaining("a number from 0, head, head~3")
        .hasMessageContaining("a checkpoint's name");
  }
}
