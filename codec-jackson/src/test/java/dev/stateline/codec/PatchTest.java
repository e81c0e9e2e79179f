package dev.stateline.codec;

import static dev.stateline.codec.JsonValues.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  /** The cases of RFC 6902, appendix A, that succeed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"foo\":\"bar\"} | [{\"op\":\"add\",\"path\":\"/baz\",\"value\":\"qux\"}] | {\"baz\":\"qux\",\"foo\":\"bar\"}",
        "{\"foo\":[\"bar\",\"baz\"]} | [{\"op\":\"add\",\"path\":\"/foo/1\",\"value\":\"qux\"}] | {\"foo\":[\"bar\",\"qux\",\"baz\"]}",
        "{\"baz\":\"qux\",\"foo\":\"bar\"} | [{\"op\":\"remove\",\"path\":\"/baz\"}] | {\"foo\":\"bar\"}",
        "{\"foo\":[\"bar\",\"qux\",\"baz\"]} | [{\"op\":\"remove\",\"path\":\"/foo/1\"}] | {\"foo\":[\"bar\",\"baz\"]}",
        "{\"baz\":\"qux\",\"foo\":\"bar\"} | [{\"op\":\"replace\",\"path\":\"/baz\",\"value\":\"boo\"}] | {\"baz\":\"boo\",\"foo\":\"bar\"}",
        "{\"foo\":{\"bar\":\"baz\",\"waldo\":\"fred\"},\"qux\":{\"corge\":\"grault\"}} | [{\"op\":\"move\",\"from\":\"/foo/waldo\",\"path\":\"/qux/thud\"}] | {\"foo\":{\"bar\":\"baz\"},\"qux\":{\"corge\":\"grault\",\"thud\":\"fred\"}}",
        "{\"foo\":[\"all\",\"grass\",\"cows\",\"eat\"]} | [{\"op\":\"move\",\"from\":\"/foo/1\",\"path\":\"/foo/3\"}] | {\"foo\":[\"all\",\"cows\",\"eat\",\"grass\"]}",
        "{\"baz\":\"qux\",\"foo\":[\"a\",2,\"c\"]} | [{\"op\":\"test\",\"path\":\"/baz\",\"value\":\"qux\"},{\"op\":\"test\",\"path\":\"/foo/1\",\"value\":2}] | {\"baz\":\"qux\",\"foo\":[\"a\",2,\"c\"]}",
        "{\"foo\":\"bar\"} | [{\"op\":\"add\",\"path\":\"/child\",\"value\":{\"grandchild\":{}}}] | {\"child\":{\"grandchild\":{}},\"foo\":\"bar\"}",
        "{\"foo\":\"bar\"} | [{\"op\":\"add\",\"path\":\"/baz\",\"value\":\"qux\",\"xyz\":123}] | {\"baz\":\"qux\",\"foo\":\"bar\"}",
        "{\"/\":9,\"~1\":10} | [{\"op\":\"test\",\"path\":\"/~01\",\"value\":10}] | {\"/\":9,\"~1\":10}",
        "{\"foo\":[\"bar\"]} | [{\"op\":\"add\",\"path\":\"/foo/-\",\"value\":[\"abc\",\"def\"]}] | {\"foo\":[\"bar\",[\"abc\",\"def\"]]}",
      })
  void the_examples_of_the_standard_come_out_as_it_says(String before, String patch, String after) {
    assertThat(tools.apply(document(patch), document(before)).text()).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1} | [{\"op\":\"test\",\"path\":\"/a\",\"value\":1.0}] | {\"a\":1}",
        "{\"a\":1e21} | [{\"op\":\"test\",\"path\":\"/a\",\"value\":1000000000000000000000}] | {\"a\":1e+21}",
        "{\"a\":null} | [{\"op\":\"test\",\"path\":\"/a\",\"value\":null}] | {\"a\":null}",
        "{\"a\":{\"b\":1,\"c\":2}} | [{\"op\":\"test\",\"path\":\"/a\",\"value\":{\"c\":2,\"b\":1}}] | {\"a\":{\"b\":1,\"c\":2}}",
        "{\"a\":1} | [{\"op\":\"add\",\"path\":\"/a\",\"value\":null}] | {\"a\":null}",
        "{\"a\":1} | [{\"op\":\"replace\",\"path\":\"\",\"value\":3}] | 3",
        "{\"a\":1} | [{\"op\":\"add\",\"path\":\"\",\"value\":[]},{\"op\":\"add\",\"path\":\"/-\",\"value\":7}] | [7]",
        "{\"a\":{\"b\":1}} | [{\"op\":\"move\",\"from\":\"/a/b\",\"path\":\"\"}] | 1",
        "{\"a\":1} | [{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/a\"}] | {\"a\":1}",
        "{\"a\":{\"c\":1}} | [{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/a/b\"},{\"op\":\"replace\",\"path\":\"/a/b/c\",\"value\":2}] | {\"a\":{\"b\":{\"c\":2},\"c\":1}}",
        "{\"b\":2,\"a\":1} | [{\"op\":\"add\",\"path\":\"/~01\",\"value\":1},{\"op\":\"add\",\"path\":\"/~1\",\"value\":2}] | {\"/\":2,\"a\":1,\"b\":2,\"~1\":1}",
        "{\"0\":1,\"-\":2} | [{\"op\":\"remove\",\"path\":\"/-\"},{\"op\":\"replace\",\"path\":\"/0\",\"value\":3}] | {\"0\":3}",
        "[1,2] | [{\"op\":\"add\",\"path\":\"/2\",\"value\":3}] | [1,2,3]",
        "[] | [] | []",
      })
  void a_patch_applies(String before, String patch, String after) {
    assertThat(tools.apply(document(patch), document(before)).text()).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[{\"op\":\"test\",\"path\":\"/a\",\"value\":2}] | /0 (test \"/a\"): the document has another value there",
        "[{\"op\":\"test\",\"path\":\"/a\",\"value\":\"1\"}] | /0 (test \"/a\"): the document has another value there",
        "[{\"op\":\"test\",\"path\":\"/b\",\"value\":null}] | /0 (test \"/b\"): the document has nothing at \"/b\"",
        "[{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"remove\",\"path\":\"/a\"}] | /1 (remove \"/a\"): the document has nothing at \"/a\"",
        "[{\"op\":\"replace\",\"path\":\"/b\",\"value\":1}] | /0 (replace \"/b\"): the document has nothing at \"/b\"",
        "[{\"op\":\"add\",\"path\":\"/b/c\",\"value\":1}] | /0 (add \"/b/c\"): the document has nothing at \"/b\"",
        "[{\"op\":\"add\",\"path\":\"/a/c\",\"value\":1}] | /0 (add \"/a/c\"): what is to hold the value is neither",
        "[{\"op\":\"remove\",\"path\":\"\"}] | /0 (remove \"\"): a document cannot be taken away whole",
        "[{\"op\":\"remove\",\"path\":\"/l/-\"}] | /0 (remove \"/l/-\"): the document has nothing at \"/l/-\"",
        "[{\"op\":\"remove\",\"path\":\"/l/00\"}] | /0 (remove \"/l/00\"): the document has nothing at \"/l/00\"",
        "[{\"op\":\"remove\",\"path\":\"/l/99999999999\"}] | the document has nothing at \"/l/99999999999\"",
        "[{\"op\":\"add\",\"path\":\"/l/3\",\"value\":1}] | /0 (add \"/l/3\"): the array has 2 elements; give an index from 0 to 2",
        "[{\"op\":\"add\",\"path\":\"/l/x\",\"value\":1}] | /0 (add \"/l/x\"): the array has 2 elements",
        "[{\"op\":\"copy\",\"from\":\"/x\",\"path\":\"/y\"}] | /0 (copy \"/y\"): the document has nothing at \"/x\"",
        "[{\"op\":\"move\",\"from\":\"/o\",\"path\":\"/o/p\"}] | /0 (move \"/o/p\"): a value cannot move into itself, from \"/o\"",
        "[{\"op\":\"move\",\"from\":\"\",\"path\":\"/o\"}] | /0 (move \"/o\"): a value cannot move into itself",
        "{} | the patch is not an array of operations",
        "[7] | the operation at /0 of the patch is not an object",
        "[{\"path\":\"/a\"}] | the operation at /0 of the patch has no member \"op\"",
        "[{\"op\":7,\"path\":\"/a\"}] | the operation at /0 of the patch has a \"op\" that is not a text",
        "[{\"op\":\"put\",\"path\":\"/a\"}] | the operation at /0 of the patch has the unknown op \"put\"",
        "[{\"op\":\"add\",\"path\":\"/a\"}] | the operation at /0 of the patch (add) has no member \"value\"",
        "[{\"op\":\"copy\",\"path\":\"/a\"}] | the operation at /0 of the patch has no member \"from\"",
        "[{\"op\":\"remove\",\"path\":\"a\"}] | the operation at /0 of the patch is not valid: \"a\" is not a JSON Pointer",
        "[{\"op\":\"move\",\"from\":\"/~2\",\"path\":\"/a\"}] | is not valid: \"/~2\" is not a JSON Pointer",
      })
  void a_patch_that_does_not_apply_is_refused_with_its_place(String patch, String message) {
    Document before = document("{\"a\":1,\"l\":[1,2],\"o\":{\"p\":1}}");

    assertThatThrownBy(() -> tools.apply(document(patch), before))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((InvalidInputException) e).code())
        .isEqualTo(ErrorCode.INVALID_DOCUMENT);
  }

  @Test
  void copies_of_copies_are_refused_before_they_fill_the_memory() {
    String doubling =
        IntStream.range(0, 40)
            .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/c" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    // Long texts, so that the limit is reached with few values.
    Document start = document("{\"a\":[1,\"" + "x".repeat(2000) + "\"]}");

    assertThatThrownBy(() -> tools.apply(document(doubling), start))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("copies more than 256 MB");
  }

  @Test
  void a_patch_that_nests_too_deep_is_refused() {
    String deeper =
        IntStream.range(0, 12)
            .mapToObj(
                i -> "{\"op\":\"copy\",\"from\":\"\",\"path\":\"" + "/a".repeat(1 << i) + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThatThrownBy(() -> tools.apply(document(deeper), document("{}")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("would nest deeper than 500 levels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1,\"b\":2} | {\"b\":3,\"c\":null} | [{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"replace\",\"path\":\"/b\",\"value\":3},{\"op\":\"add\",\"path\":\"/c\",\"value\":null}]",
        "{\"a/b\":{\"~\":1}} | {\"a/b\":{\"~\":2}} | [{\"op\":\"replace\",\"path\":\"/a~1b/~0\",\"value\":2}]",
        "[1,2,3,4] | [2,3,9,4] | [{\"op\":\"remove\",\"path\":\"/l/0\"},{\"op\":\"add\",\"path\":\"/l/2\",\"value\":9}]",
        "[0,0,1,0] | [0,1,1,0] | [{\"op\":\"replace\",\"path\":\"/l/1\",\"value\":1}]",
        "[0,1,0,1,0,1] | [9,0,1,0,1,0,1,9] | [{\"op\":\"add\",\"path\":\"/l/0\",\"value\":9},{\"op\":\"add\",\"path\":\"/l/7\",\"value\":9}]",
        "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":2}] | [{\"id\":2,\"v\":3},{\"id\":4}] | [{\"op\":\"remove\",\"path\":\"/l/0\"},{\"op\":\"replace\",\"path\":\"/l/0/v\",\"value\":3},{\"op\":\"add\",\"path\":\"/l/1\",\"value\":{\"id\":4}}]",
      })
  void a_difference_is_short(String before, String after, String patch) {
    assertThat(tools.diff(besideMuch(before), besideMuch(after))).isEqualTo(document(patch));
  }

  /** So that replacing all would be no shorter. */
  private static Document besideMuch(String json) {
    String much = "{\"id\":0,\"z\":\"" + "much ".repeat(20) + "\"}";
    return json.startsWith("[")
        ? document("{\"l\":[" + json.substring(1, json.length() - 1) + "," + much + "]}")
        : document("{\"z\":" + much + "," + json.substring(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "1 | {} | [{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]",
        "{\"a\":1,\"b\":2} | {\"b\":3,\"c\":4} | [{\"op\":\"replace\",\"path\":\"\",\"value\":{\"b\":3,\"c\":4}}]",
        "{\"a\":[1,2,3,4],\"z\":[1,2,3,4,5,6,7,8,9,0,1,2,3]} | {\"a\":[4,3,2,1],\"z\":[1,2,3,4,5,6,7,8,9,0,1,2,3]} | [{\"op\":\"replace\",\"path\":\"/a\",\"value\":[4,3,2,1]}]",
      })
  void what_would_take_more_than_the_whole_replaces_it(String before, String after, String patch) {
    assertThat(tools.diff(document(before), document(after))).isEqualTo(document(patch));
  }

  @Test
  void a_difference_that_would_nest_too_deep_is_refused() {
    Document deep = document("[".repeat(499) + "]".repeat(499));

    assertThatThrownBy(() -> tools.diff(Document.EMPTY_OBJECT, deep))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nests deeper than 500 levels");
  }

  @Test
  void a_document_that_is_not_json_is_refused() {
    Document broken = Document.ofTrusted("{\"a\":".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> tools.diff(broken, Document.EMPTY_ARRAY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at line 1, column ");
  }
}
