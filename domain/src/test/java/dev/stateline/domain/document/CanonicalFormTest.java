package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

  private static Document document(String text) {
    return Document.ofCanonical(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> Document.ofCanonical(bytes))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "\"\"",
        "{}",
        "[]",
        "[[],{}]",
        "[1,\"a\",null]",
        "{\"\":1,\"a\":{\"b\":[true]}}",
        "{\"A\":1,\"a\":2}",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u001f\"",
        "\"\u007f\u2028\uffff\"",
        "{\"\ud83c\udf0d\":1,\"\uffff\":2}",
        "0.1",
        "1e+21",
        "123456789012345680000",
        "1e-7",
        "0.000001",
        "5e-324",
        "1.7976931348623157e+308",
        "-1.5",
        "4.35",
        "2.2250738585072014e-308",
        "9007199254740992"
      })
  void what_is_canonical_is_a_document(String text) {
    assertThat(document(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "Infinity",
        "-Infinity",
        "nul",
        "True",
        "-",
        "+1",
        "01",
        "1.",
        ".5",
        "1.0",
        "-0",
        "1e3",
        "1E+21",
        "1e21",
        "1e400",
        "0.10",
        "1e-6",
        "9007199254740993",
        "0.1000000000000000055",
        "1000000000000000000000",
        "[1,]",
        "[1",
        "[1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{ }",
        "[1, 2]",
        "1 2",
        "[]]",
        "{} ",
        "\"a",
        "\"\\",
        "\"\n\"",
        "\"\\u0041\"",
        "\"\\u001F\"",
        "\"\\/\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "'a'",
        "{\"\uffff\":1,\"\ud83c\udf0d\":2}",
        "// no",
        "\ufeff1"
      })
  void what_is_not_is_refused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    assertRefused(new byte[] {'"', (byte) 0xFF, '"'});
    // Half of a surrogate pair, and an overlong slash.
    assertRefused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
    assertRefused(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
  }

  @Test
  void the_place_and_what_to_do_are_named() {
    assertThatThrownBy(() -> document("{\"gdp\":NaN}"))
        .hasMessageContaining("this is no JSON value, at character 8; write it with a codec");
  }

  @Test
  void a_document_knows_that_it_was_read() {
    Document trusted = Document.ofTrusted("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(trusted.isKnownCanonical()).isFalse();
    assertThat(trusted.requireCanonical().isKnownCanonical()).isTrue();
    assertThat(document("[]").isKnownCanonical()).isTrue();
    Document wrong = Document.ofTrusted("{ }".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(wrong::requireCanonical).isInstanceOf(InvalidInputException.class);
    assertThat(wrong.isKnownCanonical()).isFalse();
  }

  @Test
  void any_depth_is_read() {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    assertThat(document(deep).size()).isEqualTo(400_000);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{ \"n\":1} | 2",
        "{\"n\" :1} | 5",
        "{\"n\": 1} | 6",
        "{\"n\":1 } | 7",
        "[1, 2] | 4"
      })
  void white_space_is_called_so_wherever_it_stands(String text, int character) {
    assertThatThrownBy(() -> Document.ofCanonical(text.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("there is white space, at character " + character + ";");
    assertThatThrownBy(() -> Document.ofCanonical("{}\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("there is white space, at character 3;");
  }
}
