package dev.stateline.domain.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 10, Long.MAX_VALUE, Long.MIN_VALUE})
  void what_json_writes_is_read(long number) {
    assertThat(WholeNumber.of(Long.toString(number))).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "-0",
        "010",
        "00",
        "-01",
        "+1",
        "0x1",
        "1_000",
        "1.0",
        "1e3",
        " 1",
        "1 ",
        "\u0661",
        "9223372036854775808",
        "99999999999999999999"
      })
  void another_form_is_no_number(String text) {
    assertThat(WholeNumber.of(text)).isEmpty();
  }
}
