package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();
  private final Document document =
      tools.canonicalize(
          """
          {"": 0, "a/b": 1, "m~n": 2, "~1": 3, "foo": ["b\u00e4r", "b\\nz", -1.5e-7, [], {}],
           "\u20ac\ud83d\ude00": {"\\u0000\\"": [true, [null, "\ud83d\ude00\u00e9"], false], "z": 123456},
           "01": "name", "-": {"0": "zero"}}
          """
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/ | 0",
        "/a~1b | 1",
        "/m~0n | 2",
        "/~01 | 3",
        "/foo | [\"b\u00e4r\",\"b\\nz\",-1.5e-7,[],{}]",
        "/foo/0 | \"b\u00e4r\"",
        "/foo/1 | \"b\\nz\"",
        "/foo/2 | -1.5e-7",
        "/foo/3 | []",
        "/foo/4 | {}",
        "/\u20ac\ud83d\ude00 | {\"\\u0000\\\"\":[true,[null,\"\ud83d\ude00\u00e9\"],false],\"z\":123456}",
        "/\u20ac\ud83d\ude00/\u0000\"/0 | true",
        "/\u20ac\ud83d\ude00/\u0000\"/1/0 | null",
        "/\u20ac\ud83d\ude00/\u0000\"/1/1 | \"\ud83d\ude00\u00e9\"",
        "/\u20ac\ud83d\ude00/\u0000\"/2 | false",
        "/\u20ac\ud83d\ude00/z | 123456",
        "/01 | \"name\"",
        "/-/0 | \"zero\"",
      })
  void a_pointer_finds_the_bytes_of_its_value(String pointer, String value) {
    assertThat(tools.select(document, pointer)).map(Document::text).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/foo/5",
        "/foo/-",
        "/foo/00",
        "/foo/01",
        "/foo/-1",
        "/foo/+1",
        "/foo/1e0",
        "/foo/",
        "/foo/ 1",
        "/foo/99999999999999999999",
        "/foo/0/0",
        "/foo/2/x",
        "/foo/\u0661",
        "/a",
        "//"
      })
  void a_pointer_to_nothing_finds_nothing(String pointer) {
    assertThat(tools.select(document, pointer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[]", "1", "\"\u00e4\"", "null"})
  void the_empty_pointer_finds_the_whole_document(String json) {
    Document whole = Document.ofTrusted(json.getBytes(StandardCharsets.UTF_8));

    assertThat(tools.select(whole, "")).contains(whole);
    assertThat(tools.select(whole, "/x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "#/foo", "/foo~", "/~2", "/a~/b", " "})
  void a_text_that_is_no_pointer_is_refused(String pointer) {
    assertThatThrownBy(() -> tools.select(document, pointer))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("\"" + pointer + "\" is not a JSON Pointer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[1,", "{\"a\" 1}", "{\"b\":[1,2"})
  void a_document_that_is_not_json_is_refused(String broken) {
    Document document = Document.ofTrusted(broken.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> tools.select(document, "/a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at line 1, column ")
        .extracting(e -> ((InvalidInputException) e).code())
        .isEqualTo(ErrorCode.INVALID_DOCUMENT);
  }
}
