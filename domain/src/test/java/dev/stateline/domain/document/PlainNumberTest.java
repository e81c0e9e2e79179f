package dev.stateline.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  private static final int NUMBERS = 20_000;

  /** The fewest digits that lead back, the closest of them. */
  private static String shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    return IntStream.rangeClosed(1, 17)
        .mapToObj(digits -> exact.round(new MathContext(digits)))
        .filter(number -> number.doubleValue() == value)
        .findFirst()
        .orElseThrow()
        .stripTrailingZeros()
        .toPlainString();
  }

  /** As another author might write it: rounded to some digits, and one unit off. */
  private static BigDecimal written(Random random, double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(14 + random.nextInt(4)));
    return rounded.add(rounded.ulp().multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
  }

  @Test
  void what_is_surely_shortest_is() {
    Random random = new Random(7);
    int sure = 0;
    for (int i = 0; i < NUMBERS; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20) - 4);
      String text = written(random, value).stripTrailingZeros().toPlainString();
      if (PlainNumber.isSurelyShortest(text)) {
        sure++;
        assertThat(text).isEqualTo(shortest(Double.parseDouble(text)));
      }
    }
    assertThat(sure).isGreaterThan(NUMBERS / 4);
  }

  @Test
  void nearly_all_that_are_shortest_surely_are() {
    Random random = new Random(7);
    long sure =
        random
            .doubles(NUMBERS, 1e-3, 1e3)
            .filter(value -> PlainNumber.isSurelyShortest(shortest(value)))
            .count();
    assertThat(sure).isGreaterThan(NUMBERS * 99 / 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-1", "100", "0.5", "-12.25", "0.000001", "999999999999999"})
  void few_digits_are_sure(String text) {
    assertThat(PlainNumber.isSurelyShortest(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "-0",
        "00",
        "01",
        "-01",
        "1.",
        ".5",
        "-.5",
        "0.0",
        "1.0",
        "1.50",
        "1..5",
        "1.2.3",
        "1e5",
        "+1",
        "0.0000001",
        "00.5",
        "--1",
        "1-",
        "NaN",
        "\u0661",
        "12345678901234567890"
      })
  void what_is_in_doubt_is_not(String text) {
    assertThat(PlainNumber.isSurelyShortest(text)).isFalse();
  }
}
