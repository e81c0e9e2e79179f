package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "{ ~ the text ends there, and something is still open",
        "[1, ~ the text ends there, and something is still open",
        "\"abc ~ the text ends there, and something is still open",
        "{\"a\" 1} ~ a ':' belongs there",
        "{a:1} ~ a name in double quotes belongs there",
        "{'a':1} ~ a name in double quotes belongs there",
        "{\"a\":1,} ~ a name in double quotes belongs there",
        "[1 2] ~ a ',' or the end of the list or object belongs there",
        "[,] ~ a value belongs there",
        "nul ~ a value belongs there",
        "NaN ~ NaN and infinities are no JSON numbers",
        "01 ~ a number does not begin with 0",
        "1.x ~ JSON writes no number like that",
        "+1 ~ JSON writes no number like that",
        "\"\\q\" ~ JSON has no such escape",
        "// c ~ JSON has no comments",
        "{\"a\":1] ~ another bracket is open than the one that closes there",
      })
  void a_fault_is_told_with_its_place_in_words_for_those_who_wrote_the_text(
      String json, String complaint) {
    assertThatThrownBy(
            () -> new JacksonDocumentTools().canonicalize(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the JSON text is malformed, at line 1, column ")
        .hasMessageEndingWith("; mend it there: " + complaint(complaint))
        .hasMessageNotContainingAny("oken", "code ", "Source", "Unexpected", "CTRL");
  }

  private static String complaint(String begin) {
    return begin.equals("a value belongs there")
        ? "a value belongs there: a text in double quotes, a number, true, false, null, [ or {"
        : begin;
  }
}
