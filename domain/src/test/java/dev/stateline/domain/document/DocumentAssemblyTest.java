package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentAssemblyTest {

  private static final Document BASE = Document.ofTrusted(bytes("{\"a\":1,\"b\":2}"));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_document_is_put_together_of_parts() {
    DocumentAssembly assembly = new DocumentAssembly(BASE.size());
    assembly.add(BASE, 0, 5);
    assembly.add(bytes("x=7"), 2, 1);
    assembly.add(BASE, 6, 7);
    Document document = assembly.trusted();
    assertThat(document.text()).isEqualTo("{\"a\":7,\"b\":2}");
    assertThat(document.hash()).isEqualTo(Sha256.of(document.bytes()));
    assertThat(document.isKnownCanonical()).isFalse();
  }

  @Test
  void it_is_given_out_whole_and_once() {
    DocumentAssembly assembly = new DocumentAssembly(2);
    assembly.add(bytes("["), 0, 1);
    assertThatThrownBy(assembly::trusted).hasMessage("the document is not complete");
    assembly.add(bytes("]"), 0, 1);
    Document document = assembly.trusted();
    assertThatThrownBy(assembly::trusted).hasMessage("the document was given out");
    assertThat(document.text()).isEqualTo("[]");
  }

  @Test
  void what_is_not_there_or_does_not_fit_is_refused() {
    DocumentAssembly assembly = new DocumentAssembly(4);
    assertThatThrownBy(() -> assembly.add(BASE, 12, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> assembly.add(BASE, 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> assembly.add(bytes("ab"), -1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> assembly.add(bytes("abcde"), 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new DocumentAssembly(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_part_of_a_document_is_copied() {
    byte[] target = new byte[4];
    BASE.copyTo(target, 1, 1, 3);
    assertThat(target).containsExactly(0, '"', 'a', '"');
    assertThatThrownBy(() -> BASE.copyTo(target, 2, 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> BASE.copyTo(target, 0, BASE.size(), 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
