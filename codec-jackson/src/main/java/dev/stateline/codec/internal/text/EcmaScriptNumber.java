package dev.stateline.codec.internal.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;

/**
 * The text of a double as ECMAScript's {@code Number::toString} writes it (ECMA-262, 6.1.6.1.20),
 * which RFC 8785 prescribes.
 *
 * <p>The shortest digits come from Jackson's Schubfach (Raffaello Giulietti, "The Schubfach way to
 * render doubles"): those of JDK 17's {@link Double#toString(double)} are not always the shortest.
 * Not thread-safe: one per writer.
 */
public final class EcmaScriptNumber {

  /** No text is longer: {@code -0.00000} and 17 digits, or a sign, 17 digits and e-300. */
  public static final int MAX_LENGTH = 26;

  /** Below it, two digits of Java's rule may stand for what one digit says as well. */
  private static final double COARSE = 1e-320;

  /** From here to before {@link #MAX_SAME}, Java writes what ECMAScript writes, but for ".0". */
  private static final double MIN_SAME = 1e-3;

  private static final double MAX_SAME = 1e7;

  private static final int MAX_PLAIN_EXPONENT = 21;
  private static final int MIN_PLAIN_EXPONENT = -6;

  private final byte[] digits = new byte[24];
  private int count;
  // The value is 0.DIGITS times ten to this power.
  private int exponent;

  /** The text of a finite double. */
  public static String text(double value) {
    byte[] out = new byte[MAX_LENGTH];
    int end = new EcmaScriptNumber().write(value, out, 0);
    return new String(out, 0, end, StandardCharsets.ISO_8859_1);
  }

  /**
   * Writes the text of a finite double.
   *
   * @return the index after the last byte written
   */
  public int write(double value, byte[] out, int from) {
    int at = from;
    if (value == 0) {
      out[at++] = '0';
      return at;
    }
    if (value < 0) {
      out[at++] = '-';
    }
    double magnitude = Math.abs(value);
    String shortest = NumberOutput.toString(magnitude, true);
    if (magnitude >= MIN_SAME && magnitude < MAX_SAME) {
      return copy(shortest, out, at);
    }
    readShortest(shortest);
    if (count == 2 && magnitude < COARSE) {
      shortenToOneDigit(magnitude);
    }
    if (exponent > MAX_PLAIN_EXPONENT || exponent <= MIN_PLAIN_EXPONENT) {
      return writeScientific(out, at);
    }
    return exponent > 0 ? writePlain(out, at) : writeFraction(out, at);
  }

  private static int copy(String plain, byte[] out, int from) {
    int length = plain.endsWith(".0") ? plain.length() - 2 : plain.length();
    for (int i = 0; i < length; i++) {
      out[from + i] = (byte) plain.charAt(i);
    }
    return from + length;
  }

  /** Takes Java's form apart: {@code 123.45}, {@code 0.00123} or {@code 1.2345E-7}. */
  private void readShortest(String text) {
    count = 0;
    int point = 0;
    int leadingZeros = 0;
    int power = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        point = count;
      } else if (c == 'E') {
        power = Integer.parseInt(text, i + 1, text.length(), 10);
        break;
      } else if (count > 0 || c != '0') {
        digits[count++] = (byte) c;
      } else if (i > 0) {
        leadingZeros++;
      }
    }
    exponent = point - leadingZeros + power;
    while (digits[count - 1] == '0') {
      count--;
    }
  }

  /** Java asks for two digits at least: 4.9E-324 is 5e-324 where the shortest text is asked for. */
  private void shortenToOneDigit(double value) {
    int rounded = (digits[0] - '0') + (digits[1] >= '5' ? 1 : 0);
    String candidate = rounded + "e" + (exponent - 1);
    if (Double.parseDouble(candidate) == value) {
      count = 1;
      exponent += rounded / 10;
      digits[0] = (byte) ('0' + (rounded == 10 ? 1 : rounded));
    }
  }

  private int writePlain(byte[] out, int from) {
    int at = from;
    for (int i = 0; i < Math.max(count, exponent); i++) {
      if (i == exponent) {
        out[at++] = '.';
      }
      out[at++] = i < count ? digits[i] : (byte) '0';
    }
    return at;
  }

  private int writeFraction(byte[] out, int from) {
    int at = from;
    out[at++] = '0';
    out[at++] = '.';
    for (int i = exponent; i < 0; i++) {
      out[at++] = '0';
    }
    System.arraycopy(digits, 0, out, at, count);
    return at + count;
  }

  private int writeScientific(byte[] out, int from) {
    int at = from;
    out[at++] = digits[0];
    if (count > 1) {
      out[at++] = '.';
      System.arraycopy(digits, 1, out, at, count - 1);
      at += count - 1;
    }
    out[at++] = 'e';
    out[at++] = (byte) (exponent > 0 ? '+' : '-');
    return NumberOutput.outputInt(Math.abs(exponent - 1), out, at);
  }
}
