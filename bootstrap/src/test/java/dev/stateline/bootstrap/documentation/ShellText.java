package dev.stateline.bootstrap.documentation;

/** What a shell makes of the text of a command. */
final class ShellText {

  private ShellText() {}

  /** Whether a shell would ask for another line: a quote is open, or the line end is escaped. */
  static boolean isOpen(CharSequence text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        if (i == text.length() - 1) {
          return true;
        }
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      }
    }
    return quote != 0;
  }
}
