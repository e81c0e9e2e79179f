package dev.stateline.codec.yaml;

import dev.stateline.codec.yaml.YamlNode.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What text without quotes means: JSON's forms are what they are in JSON; what the types of YAML
 * 1.1 (yaml.org/type) or the core schema of YAML 1.2.2 (section 10.3) read in another way is
 * disputed; all else is text.
 */
final class PlainScalar {

  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private static final Set<String> WORDS =
      Set.of("~", "=", "<<", "null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private static final List<Pattern> NUMBERS =
      List.of(
          // Octal, hexadecimal and binary, of either version.
          Pattern.compile("[-+]?0[xXoObB][0-9a-fA-F_]+"),
          Pattern.compile("[-+]?[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"),
          Pattern.compile("[-+]?\\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"),
          Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
          // To the base 60, as times of day look.
          Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,20}(?:\\.[0-9_]*)?"));

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "(?:(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
              + "[ \\t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?");

  // Longer words are neither.
  private static final int LONGEST_WORD = 5;

  private PlainScalar() {}

  static Meaning meaning(String text) {
    if (text.isEmpty() || text.equals("null")) {
      return Meaning.NULL;
    }
    if (text.equals("true") || text.equals("false")) {
      return Meaning.TRUTH;
    }
    if (JSON_NUMBER.matcher(text).matches()) {
      return Meaning.NUMBER;
    }
    return isDisputed(text) ? Meaning.DISPUTED : Meaning.TEXT;
  }

  private static boolean isDisputed(String text) {
    return (text.length() <= LONGEST_WORD && WORDS.contains(lower(text)))
        || NUMBERS.stream().anyMatch(number -> number.matcher(text).matches())
        || TIMESTAMP.matcher(text).matches();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
