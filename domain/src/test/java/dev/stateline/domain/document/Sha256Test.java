package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, " + ABC,
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  })
  void a_digest_is_that_of_the_examples_of_nist(String text, String hex) {
    assertThat(Sha256.ofUtf8(text)).hasToString(hex);
    assertThat(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(hex);
  }

  @Test
  void a_million_letters_have_the_digest_of_the_example_of_nist() {
    assertThat(Sha256.ofUtf8("a".repeat(1_000_000)).hex())
        .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  @Test
  void a_text_is_digested_in_utf_8() {
    assertThat(Sha256.ofUtf8("é"))
        .isEqualTo(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa9}))
        .hasToString("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        " a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "٠a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void anything_but_64_lower_case_hex_digits_is_refused(String text) {
    assertThatThrownBy(() -> Sha256.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 64 lower-case hex digits");
  }

  @Property(tries = 100)
  void a_digest_is_read_back_from_its_text(@ForAll byte[] bytes) {
    Sha256 digest = Sha256.of(bytes);

    assertThat(Sha256.parse(digest.hex())).isEqualTo(digest).hasSameHashCodeAs(digest);
  }

  @Test
  void bytes_that_were_given_out_are_the_callers_own() {
    Sha256 digest = Sha256.parse(ABC);
    byte[] given = digest.bytes();

    assertThat(given).hasSize(32);
    given[0]++;

    assertThat(digest.hex()).isEqualTo(ABC);
  }

  @Test
  void digests_of_different_bytes_differ() {
    assertThat(Sha256.ofUtf8("a")).isNotEqualTo(Sha256.ofUtf8("b")).isNotEqualTo(null);
  }
}
