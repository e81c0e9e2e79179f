package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalizeTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        " 1 | 1",
        "-0 | 0",
        "-0.0 | 0",
        "1e-400 | 0",
        "-1e-400 | 0",
        "1E30 | 1e+30",
        "1e21 | 1e+21",
        "123456789012345680000.0 | 123456789012345680000",
        "0.000001 | 0.000001",
        "0.0000001 | 1e-7",
        "4.9e-324 | 5e-324",
        "0.1000000000000000055511151231257827 | 0.1",
        "9007199254740992 | 9007199254740992",
        "-9007199254740992 | -9007199254740992",
        "9007199254740994 | 9007199254740994",
        "18446744073709551616 | 18446744073709552000",
        "18446744073709552000 | 18446744073709552000",
        "-9223372036854775808 | -9223372036854776000",
        "1000000000000000000000000 | 1e+24",
        "[ ] | []",
        "{ } | {}",
        "{\"b\":[3,{\"y\":null,\"x\":true}],\"a\":false} | {\"a\":false,\"b\":[3,{\"x\":true,\"y\":null}]}",
        "\"\\u002f\\/\\u000f\\u007F\\\"\\\\\" | \"//\\u000f\u007f\\\"\\\\\"",
        "\"\\b\\t\\n\\f\\r\\u0000\" | \"\\b\\t\\n\\f\\r\\u0000\"",
        "\"\\ud83d\\ude00\" | \"\ud83d\ude00\"",
      })
  void a_text_has_one_canonical_form(String json, String canonical) {
    assertThat(canonical(json)).isEqualTo(canonical);
    assertThat(canonical(canonical)).isEqualTo(canonical);
  }

  @Test
  void names_are_in_the_order_of_utf_16_code_units() {
    assertThat(canonical("{\"\ufb33\":1,\"\ud83d\ude00\":2,\"\u20ac\":3,\"a\":4,\"\":5}"))
        .isEqualTo("{\"\":5,\"a\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
  }

  @Test
  void the_order_is_that_of_the_names_and_not_of_their_escapes() {
    assertThat(canonical("{\"\\n\":1,\"!\":2,\"\\\"\":3,\"a\":4,\"\\\\\":5}"))
        .isEqualTo("{\"\\n\":1,\"!\":2,\"\\\"\":3,\"\\\\\":5,\"a\":4}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[1,9007199254740993] | line 1, column 4 (/1) | would become 9007199254740992",
        "-9007199254740993 | line 1, column 1; | put it in a string",
        "9223372036854775807 | line 1, column 1; | put it in a string",
        "{\"a\":1e400} | line 1, column 6 (/a) | beyond the range of a double, at line 1, column 6 (/a); put it in a string",
        "[-1e400] | line 1, column 2 (/0) | beyond the range",
        "{\"a\":1,\"a\":2} | line 1, column 8 (/a) | \"a\" stands twice",
        "{\"b\":1,\"a\":{\"y\":1,\"x\":2,\"y\":3}} | line 1, column 25 (/a/y) | \"y\" stands twice",
        "{\"a\":1,\"\\u0061\":2} | line 1, column 8 (/a) | \"a\" stands twice",
        "{\"e\":\"\\ud800\"} | line 1, column 6 (/e) | lone surrogate (U+D800)",
        "[\"\\udc00\\ud800\"] | line 1, column 2 (/0) | lone surrogate (U+DC00)",
        "{\"\\ud800\":1} | line 1, column | surrogate",
        "{} {} | line 1, column 4 | more text after the value",
        "1 x | line 1, column | more text after the value",
        "[1,] | line 1, column 4 (/0) | malformed",
        "{\"a\": NaN} | line 1, column | NaN and infinities are no JSON numbers",
        "[Infinity] | line 1, column | malformed",
        "// no | line 1, column 1 | malformed",
        "[1, /* no */ 2] | line 1, column 5 | malformed",
        "# no | line 1, column 1 | malformed",
        "01 | line 1, column | malformed",
        "+1 | line 1, column | malformed",
        ".5 | line 1, column | malformed",
        "{'a':1} | line 1, column 2 | malformed",
        "{a:1} | line 1, column 2 | malformed",
        "[1 | line 1, column | malformed",
        "\"a | line 1, column | malformed",
        "\"\\x\" | line 1, column | malformed",
      })
  void what_has_no_canonical_form_is_refused_at_its_place(
      String json, String place, String reason) {
    assertRefused(json.getBytes(StandardCharsets.UTF_8), place, reason);
  }

  @Test
  void columns_count_characters_on_the_line_of_the_fault() {
    assertRefused(
        "{\n  \"\u20ac\ud83d\ude00\": 1e999\n}".getBytes(StandardCharsets.UTF_8),
        "line 2, column 9 (/\u20ac\ud83d\ude00)",
        "1e999");
  }

  @Test
  void jacksons_own_switches_are_not_offered_to_the_reader() {
    assertThatThrownBy(() -> canonical("[NaN, // \n 1]"))
        .message()
        .doesNotContain("ALLOW", "enable");
    assertThatThrownBy(() -> canonical("[1, // \n 1]")).message().doesNotContain("ALLOW", "enable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void an_empty_text_is_refused(String json) {
    assertRefused(json.getBytes(StandardCharsets.UTF_8), "line 1, column 1", "empty");
  }

  @ParameterizedTest
  @CsvSource({
    "22c0af22, 'line 1, column 2', an overlong form",
    "22e080af22, 'line 1, column 2', a longer overlong form",
    "22eda08022, 'line 1, column 2', a surrogate in UTF-8",
    "22f490808022, 'line 1, column 2', beyond U+10FFFF",
    "0a2261ff22, 'line 2, column 3', a byte that UTF-8 has not",
    "22e282, 'line 1, column 2', cut off",
    "fffe3100, 'line 1, column 1', UTF-16 with a mark"
  })
  void bytes_that_are_not_utf_8_are_refused(String hex, String place, String why) {
    assertThat(why).isNotEmpty();
    assertRefused(HexFormat.of().parseHex(hex), place, "not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void other_encodings_are_refused(String charset) {
    assertRefused("{}".getBytes(Charset.forName(charset)), "line 1, column ", "save it as UTF-8");
  }

  @Test
  void a_byte_order_mark_is_refused() {
    assertRefused("\ufeff{}".getBytes(StandardCharsets.UTF_8), "line 1, column 1", "order mark");
  }

  @Test
  void invalid_bytes_far_into_a_long_text_are_found() {
    byte[] json = ("\"" + "\u00e4".repeat(20_000) + "\"").getBytes(StandardCharsets.UTF_8);
    json[30_000] = 'x';

    assertRefused(json, "line 1, column ", "not UTF-8");
  }

  @Test
  void five_hundred_levels_are_read_and_one_more_is_refused() {
    assertThat(canonical(nested(500))).isEqualTo(nested(500));
    assertRefused(nested(501).getBytes(StandardCharsets.UTF_8), "line 1, column 50", "500");
  }

  @Test
  void a_big_string_a_long_number_and_a_wide_object_are_read() {
    String string = "\"" + "x\u00e4".repeat(8_000_000) + "\"";
    assertThat(canonical(string)).isEqualTo(string);
    assertThat(canonical("0." + "3".repeat(9_000))).isEqualTo("0.3333333333333333");
    StringBuilder wide = new StringBuilder("{");
    for (int i = 99_999; i >= 10_000; i--) {
      wide.append(i < 99_999 ? "," : "").append('"').append(i).append("\":").append(i);
    }
    assertThat(canonical(wide + "}")).startsWith("{\"10000\":10000,").endsWith("\"99999\":99999}");
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private String canonical(String json) {
    return tools.canonicalize(json.getBytes(StandardCharsets.UTF_8)).text();
  }

  private void assertRefused(byte[] json, String place, String reason) {
    assertThatThrownBy(() -> tools.canonicalize(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at " + place)
        .hasMessageContaining(reason)
        .extracting(e -> ((InvalidInputException) e).code())
        .isEqualTo(ErrorCode.INVALID_DOCUMENT);
  }
}
