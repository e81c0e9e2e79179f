package dev.stateline.bootstrap.configuration;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps secrets out of configuration files and out of what is printed. */
final class Secrets {

  private static final Pattern NAME =
      Pattern.compile("passw|secret|token|credential|api_?key|private_?key");
  private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@\\s:]*:)[^@\\s]*@");
  private static final Pattern IN_QUERY =
      Pattern.compile("(?i)((?:passw[a-z]*|secret|token|pwd)=)[^&;\\s]*");

  private Secrets() {}

  /** Whether a setting of this name would hold a secret; one that names a file does not. */
  static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAME.matcher(lower).find() && !lower.endsWith("_file");
  }

  /** The text without the passwords that stand in URLs. */
  static String masked(String text) {
    String authority = IN_AUTHORITY.matcher(text).replaceAll("$1****@");
    return IN_QUERY.matcher(authority).replaceAll("$1****");
  }
}
