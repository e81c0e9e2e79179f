package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBytesTest {

  private static final String STATE =
      "{\"a\":[0,-1,10,123456789012345,0.000001,-0.25,1e-7,1.2345678901234567,4.35],"
          + "\"b\":{\"\":null,\"x\":true,\"y\":false,\"\u00e4\":{}},\"c\":[[],{}],"
          + "\"n\":\"a \\\"quote\\\" \\n \u00e4 \u20ac \ud83c\udf0d \ufffd\"}";

  private static boolean isCanonical(byte[] json) {
    try {
      CanonicalForm.read(json);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {STATE, "0", "\"\"", "{}", "[[[]]]", "9007199254740992", "5e-324"})
  void what_most_documents_are_like_is_recognised(String text) {
    assertThat(CanonicalBytes.areSurelyCanonical(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void what_was_changed_anywhere_is_recognised_only_if_it_is_canonical_still() {
    byte[] state = STATE.getBytes(StandardCharsets.UTF_8);
    byte[] likely =
        "\"\\{}[]:,.-+eE0159atrufn \n\u00e4\ud83c\udf0d".getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    int recognised = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] changed = state.clone();
      for (int n = 0; n <= random.nextInt(3); n++) {
        changed[random.nextInt(changed.length)] =
            random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : likely[random.nextInt(likely.length)];
      }
      if (CanonicalBytes.areSurelyCanonical(changed)) {
        recognised++;
        assertThat(isCanonical(changed)).as(new String(changed, StandardCharsets.UTF_8)).isTrue();
      }
    }
    assertThat(recognised).isGreaterThan(9_000);
  }

  @Test
  void what_ends_in_the_middle_is_in_doubt() {
    byte[] state = STATE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < state.length; length++) {
      assertThat(CanonicalBytes.areSurelyCanonical(Arrays.copyOf(state, length))).isFalse();
    }
  }

  @Test
  void numbers_are_recognised_as_they_are_read() {
    Random random = new Random(3);
    char[] characters = "0123456789.-e+".toCharArray();
    for (int i = 0; i < 300_000; i++) {
      StringBuilder number = new StringBuilder();
      for (int n = 0; n <= random.nextInt(9); n++) {
        number.append(characters[random.nextInt(random.nextInt(3) == 0 ? 14 : 11)]);
      }
      byte[] json = number.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(CanonicalBytes.areSurelyCanonical(json))
          .as(number.toString())
          .isEqualTo(isCanonical(json));
    }
  }
}
