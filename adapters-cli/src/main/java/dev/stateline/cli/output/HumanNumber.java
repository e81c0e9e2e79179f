package dev.stateline.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people like to read them. */
public final class HumanNumber {

  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

  private HumanNumber() {}

  /** A number of bytes in decimal units: 1 KB is 1000 bytes. */
  public static String bytes(double bytes) {
    if (bytes < 1000) {
      return Math.round(bytes) + " B";
    }
    double scaled = bytes / 1000;
    int unit = 0;
    while (scaled >= 1000 && unit + 1 < UNITS.length) {
      scaled /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", scaled, UNITS[unit]);
  }

  /** A duration in milliseconds, rounded to thousandths. */
  public static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }

  /** A number with four significant digits, without an exponent where that can be read. */
  public static String rounded(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    if (size < 1e-4 || size >= 1e7) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
