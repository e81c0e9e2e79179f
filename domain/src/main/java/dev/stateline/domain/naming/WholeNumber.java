package dev.stateline.domain.naming;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers as JSON writes them, wherever people write them: no plus, no zeros in front. */
public final class WholeNumber {

  private static final Pattern JSON = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private WholeNumber() {}

  /** The number that a text is; empty if it has another form, or does not fit a long. */
  public static OptionalLong of(String text) {
    if (!JSON.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
