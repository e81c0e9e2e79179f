package dev.stateline.domain.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Tells whether a number is written as ECMAScript's {@code Number::toString} writes it (ECMA-262,
 * 6.1.6.1.20), which RFC 8785 prescribes: the fewest digits that lead back to the same double, and
 * of those the closest to it.
 */
final class NumberForm {

  private static final Pattern JSON =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

  /** No text is longer: a sign, a point, 17 digits and an exponent. */
  private static final int LONGEST = 26;

  /** So many digits always tell doubles apart, and no two texts of them are the same double. */
  private static final int SAFE_DIGITS = 15;

  private static final int MOST_DIGITS = 17;

  /** Below it, a double has fewer than {@link #SAFE_DIGITS} digits. */
  private static final double SAFE = 1e-290;

  private static final int MAX_PLAIN_EXPONENT = 21;
  private static final int MIN_PLAIN_EXPONENT = -6;

  private NumberForm() {}

  static boolean isShortest(String text) {
    if (PlainNumber.isSurelyShortest(text)) {
      return true;
    }
    if (text.length() > LONGEST || !JSON.matcher(text).matches()) {
      return false;
    }
    double value = Double.parseDouble(text);
    if (value == 0 || Double.isInfinite(value)) {
      return text.equals("0");
    }
    BigDecimal written = new BigDecimal(text).abs().stripTrailingZeros();
    double magnitude = Math.abs(value);
    BigDecimal shortest =
        written.precision() <= SAFE_DIGITS && magnitude >= SAFE ? written : shortest(magnitude);
    return text.equals((value < 0 ? "-" : "") + plainOrScientific(shortest));
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = value >= SAFE ? SAFE_DIGITS : 1; digits < MOST_DIGITS; digits++) {
      BigDecimal near = nearest(exact, digits, value);
      if (near.doubleValue() == value) {
        return near.stripTrailingZeros();
      }
    }
    return nearest(exact, MOST_DIGITS, value).stripTrailingZeros();
  }

  /** Of the two neighbours with so many digits, the closer one of those that lead back. */
  private static BigDecimal nearest(BigDecimal exact, int digits, double value) {
    BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (near.doubleValue() == value) {
      return near;
    }
    BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
    return below.equals(near) ? exact.round(new MathContext(digits, RoundingMode.UP)) : below;
  }

  private static String plainOrScientific(BigDecimal number) {
    String digits = number.unscaledValue().toString();
    // The value is 0.DIGITS times ten to this power.
    int exponent = digits.length() - number.scale();
    if (exponent > MAX_PLAIN_EXPONENT || exponent <= MIN_PLAIN_EXPONENT) {
      String rest = digits.substring(1);
      int power = exponent - 1;
      return digits.charAt(0)
          + (rest.isEmpty() ? "" : "." + rest)
          + (power < 0 ? "e-" : "e+")
          + Math.abs(power);
    }
    return number.toPlainString();
  }
}
