package dev.stateline.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-4712-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999999Z",
        "0000-01-01T00:00:00Z",
        "1992-01-01T00:00:00Z",
        "1992-01-01T00:00:00.500Z",
        "1992-01-01T00:00:00.000001Z",
        "9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+294246-12-31T23:59:59.999999Z"
      })
  void a_moment_in_range_and_in_whole_microseconds_is_printed_as_it_is_hashed(String text) {
    assertThat(new SimulatedTime(Instant.parse(text))).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-4713-12-31T23:59:59.999999Z",
        "+294247-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59Z"
      })
  void a_moment_that_an_adapter_could_not_give_back_is_refused(String text) {
    Instant moment = Instant.parse(text);

    assertThatThrownBy(() -> new SimulatedTime(moment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not at " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1992-01-01T00:00:00.000000001Z", "1992-01-01T00:00:00.000001999Z"})
  void a_moment_finer_than_a_microsecond_is_refused(String text) {
    Instant moment = Instant.parse(text);

    assertThatThrownBy(() -> new SimulatedTime(moment))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("whole microseconds; truncate " + text);
  }
}
