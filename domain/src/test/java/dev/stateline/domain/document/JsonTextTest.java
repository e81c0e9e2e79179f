package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0x08, \\b",
        "0x09, \\t",
        "0x0A, \\n",
        "0x0C, \\f",
        "0x0D, \\r",
        "0x22, \\\"",
        "0x5C, \\\\",
        "0x00, \\u0000",
        "0x01, \\u0001",
        "0x0B, \\u000b",
        "0x0E, \\u000e",
        "0x1F, \\u001f"
      })
  void a_character_that_json_cannot_hold_gets_the_shortest_escape(int character, String escape) {
    assertThat(JsonText.quote("a" + (char) character + "z")).isEqualTo("\"a" + escape + "z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0x20",
    "0x27",
    "0x2F",
    "0x3C",
    "0x7F",
    "0x80",
    "0xE9",
    "0x2028",
    "0xD7FF",
    "0xE000",
    "0xFEFF",
    "0xFFFF",
    "0x10000",
    "0x1F600",
    "0x10FFFF"
  })
  void every_other_character_stands_as_it_is(int codePoint) {
    String text = Character.toString(codePoint);

    assertThat(JsonText.quote(text)).isEqualTo("\"" + text + "\"");
  }

  @Test
  void all_control_characters_below_a_space_are_escaped() {
    for (char c = 0; c < 0x20; c++) {
      assertThat(JsonText.quote(Character.toString(c)))
          .matches("\"\\\\([btnfr]|u00[01][0-9a-f])\"");
    }
  }

  @Test
  void the_example_of_rfc_8785_is_quoted_as_there() {
    assertThat(JsonText.quote("\u20ac$" + (char) 0x0F + "\nA'B\"\\\\\"/"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @Test
  void an_empty_text_is_two_quotes() {
    assertThat(JsonText.quote("")).isEqualTo("\"\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0xD800, 0",
    "0xDBFF, 0",
    "0xDC00, 0",
    "0xDFFF, 0",
    "0xD800, 1",
    "0xDC00, 1",
    "0xD800, 0xD800",
    "0xDC00, 0xD800"
  })
  void half_of_a_surrogate_pair_is_refused_and_named(int first, int second) {
    String text = "ok" + (char) first + (second < 2 ? "z".repeat(second) : (char) second + "");

    assertThatThrownBy(() -> JsonText.quote(text))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT))
        .hasMessageContaining(String.format("U+%04X", first));
  }

  @Test
  void a_quoted_text_is_unquoted_again() {
    String text = "\u0000\u001f \b\t\n\f\r\"\\/ é😀";
    assertThat(JsonText.unquote(JsonText.quote(text))).isEqualTo(text);
    assertThat(JsonText.unquote("\"\"")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "a",
        "12",
        "\"a",
        "\"\\x\"",
        "\"\\u00\"",
        "\"\\u00zz\"",
        "\"a\"b\"",
        "\"\\\""
      })
  void what_is_no_canonical_string_is_not_unquoted(String json) {
    assertThatThrownBy(() -> JsonText.unquote(json)).isInstanceOf(InvalidInputException.class);
  }
}
