package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Document document(String text) {
    return Document.ofCanonical(utf8(text));
  }

  @Test
  void changing_the_array_it_was_made_of_changes_nothing() {
    byte[] given = utf8("{\"a\":1}");
    Document document = Document.ofCanonical(given);

    given[5] = '2';

    assertThat(document.text()).isEqualTo("{\"a\":1}");
    assertThat(document.hash()).isEqualTo(Sha256.ofUtf8("{\"a\":1}"));
  }

  @Test
  void changing_the_array_it_gave_out_changes_nothing() {
    Document document = document("{\"a\":1}");
    byte[] given = document.bytes();

    given[5] = '2';

    assertThat(document.bytes()).isEqualTo(utf8("{\"a\":1}"));
  }

  @Test
  void a_document_may_be_a_part_of_an_array() {
    assertThat(Document.ofTrusted(utf8("xx[1]yy"), 2, 3)).isEqualTo(document("[1]"));
  }

  @Test
  void a_part_outside_the_array_is_refused() {
    byte[] bytes = utf8("[1]");

    assertThatThrownBy(() -> Document.ofTrusted(bytes, 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Document.ofTrusted(bytes, -1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void what_was_promised_to_be_canonical_is_read_where_it_is_required() {
    Document promised = Document.ofTrusted(utf8("{\"x\":NaN}"));
    Document kept = Document.ofTrusted(utf8("{\"x\":1}"));

    assertThat(kept.requireCanonical()).isSameAs(kept);
    assertThatThrownBy(promised::requireCanonical)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at character 6");
    assertThatThrownBy(promised::requireCanonical).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void no_bytes_at_all_are_no_document() {
    assertThatThrownBy(() -> Document.ofTrusted(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one byte");
    assertThatThrownBy(() -> Document.ofTrusted(utf8("[1]"), 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void documents_are_equal_when_their_bytes_are() {
    assertThat(document("[1]")).isEqualTo(document("[1]")).hasSameHashCodeAs(document("[1]"));
    assertThat(document("[1]")).isNotEqualTo(document("[2]")).isNotEqualTo("[1]");
  }

  @Test
  void its_size_is_that_of_its_bytes_and_its_text_is_read_as_utf_8() {
    Document document = document("\"é\"");

    assertThat(document.size()).isEqualTo(4);
    assertThat(document.text()).isEqualTo("\"é\"");
  }

  @Test
  void it_can_be_read_as_a_stream() throws IOException {
    assertThat(document("[1,2]").newInputStream().readAllBytes()).isEqualTo(utf8("[1,2]"));
  }

  @Test
  void its_printed_form_is_short_however_large_it_is() {
    assertThat(document("[" + "1,".repeat(10_000) + "1]").toString())
        .startsWith("Document[20003 bytes, ")
        .hasSizeLessThan(60);
  }

  @Test
  void the_empty_object_and_the_empty_array_are_at_hand() {
    assertThat(Document.EMPTY_OBJECT.text()).isEqualTo("{}");
    assertThat(Document.EMPTY_ARRAY.text()).isEqualTo("[]");
  }
}
