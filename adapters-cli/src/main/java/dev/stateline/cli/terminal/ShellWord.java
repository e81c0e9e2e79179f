package dev.stateline.cli.terminal;

import java.util.regex.Pattern;

/** A text as one word of a shell command, for the commands that are proposed to people. */
public final class ShellWord {

  private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private ShellWord() {}

  public static String of(String text) {
    return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
