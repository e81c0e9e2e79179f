package dev.stateline.codec;

import static dev.stateline.codec.JsonValues.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableDifferencesTest {

  private final JacksonDocumentTools tools = new JacksonDocumentTools();

  private List<String> lines(String before, String after) {
    return tools.differences(document(before), document(after)).stream()
        .map(ReadableDifferencesTest::line)
        .toList();
  }

  private static String line(Difference d) {
    return d.kind()
        + " "
        + d.pathBefore().orElse("-")
        + " "
        + d.pathAfter().orElse("-")
        + " "
        + d.before().map(Document::text).orElse("-")
        + " "
        + d.after().map(Document::text).orElse("-");
  }

  @Test
  void members_are_compared_by_name_in_their_order() {
    assertThat(lines("{\"a\":1,\"c\":{\"x/y\":[]}}", "{\"b\":null,\"c\":{\"x/y\":{}}}"))
        .containsExactly("REMOVED /a - 1 -", "ADDED - /b - null", "CHANGED /c/x~1y /c/x~1y [] {}");
  }

  @Test
  void elements_with_a_key_are_found_again_where_they_stand_now() {
    assertThat(
            lines(
                "[{\"id\":\"a\",\"v\":1},{\"id\":\"b\",\"v\":2},{\"id\":\"c\",\"v\":3}]",
                "[{\"id\":\"b\",\"v\":2},{\"id\":\"c\",\"v\":4},{\"id\":\"d\"}]"))
        .containsExactly(
            "CHANGED /2/v /1/v 3 4",
            "ADDED - /2 - {\"id\":\"d\"}",
            "REMOVED /0 - {\"id\":\"a\",\"v\":1} -");
  }

  @Test
  void elements_in_another_order_have_moved_the_fewest_of_them() {
    assertThat(
            lines(
                "[{\"code\":1},{\"code\":2},{\"code\":3},{\"code\":4}]",
                "[{\"code\":4},{\"code\":1},{\"code\":2},{\"code\":3}]"))
        .containsExactly("MOVED /3 /0 - -");
  }

  @Test
  void elements_without_a_key_are_found_again_by_their_values() {
    assertThat(
            lines(
                "[{\"id\":1},{\"id\":1,\"v\":2},{\"id\":3}]",
                "[{\"id\":1,\"v\":2},{\"id\":4},{\"id\":5},{\"id\":5}]"))
        .containsExactly(
            "REMOVED /0 - {\"id\":1} -",
            "CHANGED /2/id /1/id 3 4",
            "ADDED - /2 - {\"id\":5}",
            "ADDED - /3 - {\"id\":5}");
    assertThat(lines("[{\"id\":true}]", "[{\"id\":false}]"))
        .containsExactly("CHANGED /0/id /0/id true false");
    assertThat(lines("[1,2,3]", "[2,3]")).containsExactly("REMOVED /0 - 1 -");
  }

  @Test
  void lists_of_values_that_keep_their_length_are_compared_by_position() {
    assertThat(lines("[1,2,[3]]", "[2,5,[4]]"))
        .containsExactly("CHANGED /0 /0 1 2", "CHANGED /1 /1 2 5", "CHANGED /2/0 /2/0 3 4");
  }

  @Test
  void whole_documents_of_two_kinds_differ_as_a_whole() {
    assertThat(lines("1", "[1]")).containsExactly("CHANGED   1 [1]");
    assertThat(lines("[1]", "[1.0]")).isEmpty();
  }
}
