package dev.stateline.domain.document;

/**
 * A number as most are written: digits, perhaps with a sign and a point, and nothing of which there
 * is doubt. It is read without big numbers, since a state has thousands of them.
 */
final class PlainNumber {

  private static final int SAFE_DIGITS = 15;
  private static final int MOST_DIGITS = 17;

  /** A smaller number is written with an exponent. */
  private static final int MOST_ZEROS_AFTER_POINT = 5;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  /**
   * What the arithmetic of {@link #isShortest(String, long, int)} may be off by, many times over.
   */
  private static final double DOUBT = 1e-6;

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++, power *= 10) {
      POWERS[i] = power;
    }
  }

  private PlainNumber() {}

  /** Whether the text is surely the shortest of its number; what is in doubt is not. */
  static boolean isSurelyShortest(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = text.length();
    int wholeEnd = point < 0 ? end : point;
    if (wholeEnd == start
        || point == end - 1
        || (text.charAt(start) == '0' && wholeEnd > start + 1)) {
      return false;
    }
    long digits = 0;
    int count = 0;
    int first = end;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (i == point) {
        continue;
      }
      if (digit < 0 || digit > 9 || count == MOST_DIGITS) {
        return false;
      }
      if (count > 0 || digit > 0) {
        first = count == 0 ? i : first;
        digits = 10 * digits + digit;
        count++;
      }
    }
    if (point < 0) {
      return count <= SAFE_DIGITS && (count > 0 || start == 0);
    }
    if (text.charAt(end - 1) == '0' || first - point - 1 > MOST_ZEROS_AFTER_POINT) {
      return false;
    }
    return count <= SAFE_DIGITS || isShortest(text, digits, end - point - 1);
  }

  /**
   * Whether the digits, of which there are 16 or 17, are the closest that there are, and neither
   * neighbour with one digit less is read as the same double: then none with fewer is.
   *
   * @param scale how many of the digits stand after the point
   */
  private static boolean isShortest(String text, long digits, int scale) {
    if (scale >= POWERS.length) {
      return false;
    }
    double value = Math.abs(Double.parseDouble(text));
    // All in units of the last digit: the double is the product and its error together.
    double product = value * POWERS[scale];
    double error = Math.fma(value, POWERS[scale], -product);
    double whole = Math.floor(product);
    double beyond = ((long) whole - digits) + (product - whole) + error;
    double reach = Math.ulp(value) * POWERS[scale] / 2 + DOUBT;
    long last = digits % 10;
    return Math.abs(beyond) < 0.5 - DOUBT && last + beyond > reach && 10 - last - beyond > reach;
  }
}
