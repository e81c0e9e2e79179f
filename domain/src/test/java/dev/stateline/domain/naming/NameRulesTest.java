package dev.stateline.domain.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.Provenance;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    assertRefused(make, "\u200D \uFE0F\u200C", "a character that is seen");
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_does_not_begin_or_end_with_white_space(Function<String, Object> make) {
    assertThat(make.apply("two words")).isNotNull();
    assertRefused(make, " x", "white space");
    assertRefused(make, "x ", "white space");
    assertRefused(make, "x\u2003", "white space");
  }

  static Stream<Arguments> unprintable() {
    return Stream.of(
        arguments("a control character", new int[] {0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x9B}),
        arguments("begins a new line", new int[] {0x2028, 0x2029}),
        arguments(
            "steers the direction of text",
            new int[] {0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069}),
        arguments(
            "is invisible",
            new int[] {
              0x00AD, 0x115F, 0x1160, 0x180E, 0x200B, 0x2060, 0x2064, 0x2065, 0x206A, 0x206F,
              0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0xE0000, 0xE0001, 0xE0041,
              0xE007F
            }),
        arguments("half of a surrogate pair", new int[] {0xD800, 0xDBFF, 0xDC00, 0xDFFF}),
        arguments(
            "has no character there",
            new int[] {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFF}));
  }

  @ParameterizedTest
  @MethodSource("unprintable")
  void what_is_wrong_with_a_character_is_said_with_its_number_and_place(String why, int[] all) {
    List<Function<String, Object>> everything =
        Stream.concat(names(), labels()).map(Named::getPayload).toList();
    for (int c : all) {
      assertThat(NameRules.isPrintable(c)).isFalse();
      for (Function<String, Object> make : everything) {
        String where = String.format("U+%04X, its character 3: ", c);
        assertRefused(make, "a" + GRIN + Character.toString(c) + "z", where);
        assertRefused(make, "a" + GRIN + Character.toString(c) + "z", why);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1100, 0x1161, 0x180D, 0x200C, 0x200D, 0x2801, 0x3163, 0xFE0F, 0xE0100})
  void what_stands_beside_them_or_is_needed_to_write_stays(int c) {
    assertThat(NameRules.isPrintable(c)).isTrue();
    assertThat(new SimulationName("\u0928" + Character.toString(c) + "\u0928")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_that_looks_like_another_one_in_latin_letters_is_refused(
      Function<String, Object> make) {
    for (int c : new int[] {0x034F, 0x200C, 0x200D, 0xFE0E, 0xFE0F, 0xE0100, 0x180B}) {
      String where = String.format("U+%04X, its character 2: it changes nothing that is seen", c);
      assertRefused(make, "w" + Character.toString(c) + "orld", where);
      assertRefused(make, "\u00E9" + Character.toString(c), where);
    }
    assertRefused(make, "\u4E16\u200Dw", "U+200D, its character 2: it changes nothing");
    assertRefused(make, "\u200Dworld", "U+200D, its character 1: it changes nothing");
    assertRefused(make, "1\uFE0F", "U+FE0F, its character 2: it changes nothing");
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    for (String meant :
        List.of(
            family,
            "\u2764\uFE0F a",
            "1\uFE0F\u20E3",
            "\u00A9\uFE0F",
            "\u0646\u0627\u0645\u0647\u200C\u0647\u0627",
            "\u845B\uDB40\uDD00")) {
      assertThat(make.apply(meant)).hasToString(meant);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_of_which_a_character_was_lost_is_refused_with_the_cause(
      Function<String, Object> make) {
    assertRefused(make, "caf\uFFFD", "U+FFFD, its character 4: it stands for one that was lost");
    assertRefused(make, "caf\uFFFD", "set the terminal's locale to UTF-8");
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
  @ValueSource(ints = {0x0378, 0x1FAE8, 0x10FFFD})
  void characters_that_some_jdk_does_not_know_may_stand_in_a_name(int c) {
    assertThat(new SimulationName("a" + Character.toString(c) + "z")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_the_same_however_it_was_typed(Function<String, Object> make) {
    assertThat(make.apply("cafe\u0301"))
        .isEqualTo(make.apply("caf\u00E9"))
        .hasToString("caf\u00E9");
    assertThat(make.apply("\u1112\u1161\u11AB")).hasToString("\uD55C");
    assertThat(make.apply("\u212B")).hasToString("\u00C5");
    assertThat(make.apply("x\u0315\u0300")).isEqualTo(make.apply("x\u0300\u0315"));
    assertThat(make.apply("ﬁne")).hasToString("ﬁne");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_judged_as_it_is_kept(Function<String, Object> make) {
    assertThat(make.apply("e\u0301".repeat(200))).hasToString("\u00E9".repeat(200));
    // A letter that is kept as two: its composed form is not used.
    assertRefused(make, "\u0958".repeat(101), "at most 200 characters, not 202");
  }

  @ParameterizedTest
  @MethodSource("labels")
  void a_label_stays_as_it_is(Function<String, Object> make) {
    assertThat(make.apply("cafe\u0301")).isNotEqualTo(make.apply("caf\u00E9"));
  }

  @Test
  void a_name_does_not_begin_as_options_do() {
    assertThatThrownBy(() -> new CheckpointName("-1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not begin with '-'");
    assertThatThrownBy(() -> new SimulationName("--name"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_message_has_the_article_that_the_word_takes() {
    assertThatThrownBy(() -> NameRules.checkLabel("engine name", ""))
        .hasMessage("an engine name must not be empty");
    assertThatThrownBy(() -> NameRules.checkLabel("engine name", "a\u0000"))
        .hasMessageStartingWith("an engine name must not contain U+0000");
    assertThatThrownBy(() -> NameRules.checkLabel("kind of action", ""))
        .hasMessage("a kind of action must not be empty");
  }
}
