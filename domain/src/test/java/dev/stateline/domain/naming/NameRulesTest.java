package dev.stateline.domain.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.Provenance;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

  private static final String GRIN = "😀";

  private static Named<Function<String, Object>> kind(String what, Function<String, Object> make) {
    return Named.of(what, make);
  }

  static Stream<Named<Function<String, Object>>> names() {
    return Stream.of(
        kind("simulation name", SimulationName::new), kind("checkpoint name", CheckpointName::new));
  }

  static Stream<Named<Function<String, Object>>> labels() {
    Document none = Document.EMPTY_OBJECT;
    return Stream.of(
        kind("writer", WriterIdentity::new),
        kind("engine name", text -> new Provenance(text, "1", none.hash(), 0)),
        kind("engine version", text -> new Provenance("engine", text, none.hash(), 0)),
        kind("actor of an action", text -> new Action(text, "kind", none)),
        kind("kind of an action", text -> new Action("actor", text, none)),
        kind("actor of an outcome", text -> new Outcome(text, "kind", none)),
        kind("kind of an outcome", text -> new Outcome("actor", text, none)));
  }

  static Stream<Named<Function<String, Object>>> all() {
    return Stream.concat(names(), labels());
  }

  private static void assertRefused(Function<String, Object> make, String text, String why) {
    assertThatThrownBy(() -> make.apply(text))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE))
        .hasMessageContaining(why)
        .message()
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @MethodSource("all")
  void its_length_is_counted_in_code_points(Function<String, Object> make) {
    assertThat(make.apply("x")).isNotNull();
    assertThat(make.apply(GRIN.repeat(200))).isNotNull();
    assertRefused(make, GRIN.repeat(201), "at most 200 characters, not 201");
    assertRefused(make, "x".repeat(10_000), "at most 200 characters, not 10000");
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_is_not_empty(Function<String, Object> make) {
    assertRefused(make, "", "must not be empty");
    assertRefused(make, "  \t\u2003", "must not be empty");
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_does_not_begin_or_end_with_white_space(Function<String, Object> make) {
    assertThat(make.apply("two words")).isNotNull();
    assertRefused(make, " x", "white space");
    assertRefused(make, "x ", "white space");
    assertRefused(make, "x\u2003", "white space");
  }

  @ParameterizedTest
  @MethodSource("all")
  void control_and_bidirectional_and_invisible_characters_are_refused_by_number(
      Function<String, Object> make) {
    int[] hidden = {
      0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x200E, 0x202E, 0x2028, 0x2029,
      0x2060, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xDC00
    };
    for (int c : hidden) {
      assertRefused(make, "a" + Character.toString(c) + "z", String.format("U+%04X ", c));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_holds_none_of_the_characters_of_a_reference(Function<String, Object> make) {
    assertRefused(make, "a@b", "'@'");
    assertRefused(make, "a~b", "'~'");
    assertRefused(make, "a/b", "'/'");
  }

  @ParameterizedTest
  @MethodSource("labels")
  void a_label_may_hold_them(Function<String, Object> make) {
    assertThat(make.apply("a@b~c/d")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"world", "Wörld 2", "世界", "a.b-c_d", "x'y\"z", "42", "head"})
  void a_simulation_may_be_named_so(String name) {
    assertThat(new SimulationName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "head1", "12a", "٣", "before the war"})
  void a_checkpoint_may_be_named_so(String name) {
    assertThat(new CheckpointName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "0", "12", "00", "99999999999999999999"})
  void a_checkpoint_is_not_named_as_a_turn(String name) {
    assertRefused(CheckpointName::new, name, "'" + name + "': after @ that means a turn");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0378, 0xFFFF, 0x1FAE8, 0x200D})
  void characters_that_some_jdk_does_not_know_and_joiners_may_stand_in_a_name(int c) {
    assertThat(new SimulationName("a" + Character.toString(c) + "z")).isNotNull();
  }

  @Test
  void half_of_a_surrogate_pair_is_not_printable() {
    assertThat(NameRules.isPrintable(0xD800)).isFalse();
    assertThat(NameRules.isPrintable(0x1F600)).isTrue();
  }

  @Test
  void a_name_does_not_begin_as_options_do() {
    assertThatThrownBy(() -> new CheckpointName("-1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not begin with '-'");
    assertThatThrownBy(() -> new SimulationName("--name"))
        .isInstanceOf(InvalidInputException.class);
  }
}
