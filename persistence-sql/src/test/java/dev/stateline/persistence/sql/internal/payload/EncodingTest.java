package dev.stateline.persistence.sql.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodingTest {

  @Test
  void numbers_never_change_their_meaning() {
    assertThat(Encoding.values())
        .extracting(e -> e.number() + " " + e.text())
        .containsExactly("0 plain", "1 zstd", "2 pruned", "3 delta", "4 zstd-delta");
  }

  @Test
  void a_number_of_a_newer_program_is_known_to_be_unknown() {
    assertThat(Encoding.of(77)).isEmpty();
    assertThat(Encoding.of(1)).contains(Encoding.ZSTD);
  }
}
