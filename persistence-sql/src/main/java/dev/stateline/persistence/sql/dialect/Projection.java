package dev.stateline.persistence.sql.dialect;

import java.nio.charset.StandardCharsets;

/**
 * The JSON text of a document, as it goes into a column for people who query in SQL. Stateline
 * writes it beside the payload and never reads it back.
 *
 * @param text canonical JSON
 */
public record Projection(String text) {

  /** Six bytes of JSONB for one of text is the worst, and JSONB ends at 2^28 bytes. */
  private static final int LARGEST = 32 << 20;

  /**
   * PostgreSQL reads 617 levels on the smallest stack that it can be told to have, SQLite 1000 on
   * any. Stateline's own codec writes 500, in two more of a turn's log.
   */
  private static final int DEEPEST = 512;

  private static final String NUL = "\\u0000";

  /** Of a document's bytes; null if they are more, or nest deeper, than a database may take. */
  public static Projection of(byte[] canonical) {
    return canonical.length > LARGEST || depth(canonical) > DEEPEST
        ? null
        : new Projection(new String(canonical, StandardCharsets.UTF_8));
  }

  private static int depth(byte[] json) {
    int deepest = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '"' -> quoted = !quoted;
        // What is escaped is never the end of the string.
        case '\\' -> i++;
        case '[', '{' -> deepest = quoted ? deepest : Math.max(deepest, ++depth);
        case ']', '}' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
    }
    return deepest;
  }

  /** Whether one of its strings holds the character U+0000. */
  public boolean holdsNul() {
    for (int at = text.indexOf(NUL); at >= 0; at = text.indexOf(NUL, at + 1)) {
      if (isEscape(at)) {
        return true;
      }
    }
    return false;
  }

  /** After a backslash that is itself escaped, {@code u0000} is text like any other. */
  private boolean isEscape(int at) {
    int before = at;
    while (before > 0 && text.charAt(before - 1) == '\\') {
      before--;
    }
    return (at - before) % 2 == 0;
  }
}
