package dev.stateline.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnNumberTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999_999_999, 1_000_000_000})
  void a_turn_is_a_number_from_0_to_a_thousand_million(int value) {
    assertThat(new TurnNumber(value).value()).isEqualTo(value);
    assertThat(new TurnNumber(value)).hasToString(Integer.toString(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 1_000_000_001, Integer.MAX_VALUE})
  void any_other_number_is_refused_and_named(int value) {
    assertThatThrownBy(() -> new TurnNumber(value))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("from 0 to 1000000000, not " + value);
  }

  @Test
  void the_next_turn_is_one_later() {
    assertThat(TurnNumber.ZERO.next()).isEqualTo(new TurnNumber(1));
  }

  @Test
  void there_is_no_turn_after_the_last_one() {
    TurnNumber last = new TurnNumber(TurnNumber.MAX_VALUE);

    assertThatThrownBy(last::next).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void turns_are_ordered_by_their_numbers() {
    TurnNumber two = new TurnNumber(2);
    TurnNumber ten = new TurnNumber(10);

    assertThat(two).isLessThan(ten).isEqualByComparingTo(new TurnNumber(2));
    assertThat(ten.isAfter(two)).isTrue();
    assertThat(two.isAfter(ten)).isFalse();
    assertThat(two.isAfter(two)).isFalse();
  }
}
