package dev.stateline.domain.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises the form of RFC 8785 in bytes as most documents have them, in one pass and without a
 * text of each part. Where it is not sure, {@link CanonicalForm} reads and says what is wrong.
 */
final class CanonicalBytes {

  private static final int IN_ARRAY = -1;

  /** So many digits always tell doubles apart, and no two texts of them are the same double. */
  private static final int SAFE_DIGITS = 15;

  /** A smaller number is written with an exponent. */
  private static final int MOST_ZEROS_AFTER_POINT = 5;

  /** From this byte on, the order of UTF-8 is not that of UTF-16. */
  private static final int ANOTHER_ORDER = 0xEE;

  private final byte[] json;
  private int at;
  // For each open object where its last member's name begins and ends; for an array IN_ARRAY.
  private int[] open = new int[32];
  private int depth;

  private CanonicalBytes(byte[] json) {
    this.json = json;
  }

  /** Whether the bytes are surely one value in canonical form; what is in doubt is not. */
  static boolean areSurelyCanonical(byte[] json) {
    CanonicalBytes bytes = new CanonicalBytes(json);
    try {
      return bytes.value() && bytes.at == json.length;
    } catch (ArrayIndexOutOfBoundsException endsInTheMiddle) {
      return false;
    }
  }

  private boolean value() {
    do {
      if (!begin()) {
        return false;
      }
      while (depth > 0 && json[at] != ',') {
        if (json[at++] != (open[2 * depth - 2] == IN_ARRAY ? ']' : '}')) {
          return false;
        }
        depth--;
      }
      if (depth > 0) {
        at++;
        if (open[2 * depth - 2] != IN_ARRAY && !name()) {
          return false;
        }
      }
    } while (depth > 0);
    return true;
  }

  /** Reads up to the end of the first value that is not empty and has no other in it. */
  private boolean begin() {
    while (true) {
      switch (json[at]) {
        case '{' -> {
          if (json[++at] == '}') {
            at++;
            return true;
          }
          push(0);
          if (!name()) {
            return false;
          }
        }
        case '[' -> {
          if (json[++at] == ']') {
            at++;
            return true;
          }
          push(IN_ARRAY);
        }
        case '"' -> {
          return string();
        }
        case 't' -> {
          return word('r', 'u', 'e');
        }
        case 'f' -> {
          return json[++at] == 'a' && word('l', 's', 'e');
        }
        case 'n' -> {
          return word('u', 'l', 'l');
        }
        default -> {
          return number();
        }
      }
    }
  }

  private void push(int beginOfName) {
    if (2 * depth == open.length) {
      open = Arrays.copyOf(open, open.length * 2);
    }
    open[2 * depth] = beginOfName;
    open[2 * depth + 1] = 0;
    depth++;
  }

  private boolean word(char second, char third, char last) {
    boolean is = json[at + 1] == second && json[at + 2] == third && json[at + 3] == last;
    at += 4;
    return is;
  }

  /** A name after the one before it, and the colon. */
  private boolean name() {
    if (json[at] != '"') {
      return false;
    }
    int begin = at + 1;
    if (!string()) {
      return false;
    }
    int end = at - 1;
    int before = open[2 * depth - 2];
    int beforeEnd = open[2 * depth - 1];
    open[2 * depth - 2] = begin;
    open[2 * depth - 1] = end;
    return isInPlainOrder(begin, end)
        && (beforeEnd == 0 || Arrays.compareUnsigned(json, before, beforeEnd, json, begin, end) < 0)
        && json[at++] == ':';
  }

  private boolean isInPlainOrder(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (json[i] == '\\' || json[i] < 0 && (json[i] & 0xFF) >= ANOTHER_ORDER) {
        return false;
      }
    }
    return true;
  }

  private boolean string() {
    while (true) {
      byte next = endOfPlainCharacters();
      if (next == '"') {
        at++;
        return true;
      }
      if (next == '\\' ? !escape() : !character(next)) {
        return false;
      }
    }
  }

  /** Most of all bytes are passed over here, so it does nothing else. */
  private byte endOfPlainCharacters() {
    byte[] bytes = json;
    int i = at + 1;
    byte next = bytes[i];
    while (next >= 0x20 && next != '"' && next != '\\') {
      next = bytes[++i];
    }
    at = i;
    return next;
  }

  /** Those with one letter are the shortest of their characters. */
  private boolean escape() {
    return switch (json[++at]) {
      case '"', '\\', 'b', 'f', 'n', 'r', 't' -> true;
      default -> false;
    };
  }

  /** A character of several bytes; at the last of them afterwards. */
  private boolean character(byte first) {
    int lead = first & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return false;
    }
    int second = json[++at] & 0xFF;
    if (lead < 0xE0) {
      return isMore(second);
    }
    if (lead < 0xF0) {
      boolean isOne = lead == 0xE0 ? second >= 0xA0 : lead != 0xED || second < 0xA0;
      return isOne && isMore(second) && isMore(json[++at] & 0xFF);
    }
    boolean isOne = lead == 0xF0 ? second >= 0x90 : lead != 0xF4 || second < 0x90;
    return isOne && isMore(second) && isMore(json[++at] & 0xFF) && isMore(json[++at] & 0xFF);
  }

  private static boolean isMore(int unit) {
    return (unit & 0xC0) == 0x80;
  }

  private boolean number() {
    int begin = at;
    if (isPlainNumber()) {
      return true;
    }
    at = begin;
    while (at < json.length && isOfNumber(json[at])) {
      at++;
    }
    return at > begin
        && NumberForm.isShortest(new String(json, begin, at - begin, StandardCharsets.ISO_8859_1));
  }

  /** Digits, perhaps with a sign and a point, and so few that there is no doubt. */
  private boolean isPlainNumber() {
    boolean negative = json[at] == '-';
    at += negative ? 1 : 0;
    int whole = at;
    skipDigits();
    int wholeDigits = at - whole;
    boolean isZero = wholeDigits == 1 && json[whole] == '0';
    if (wholeDigits == 0 || json[whole] == '0' && !isZero) {
      return false;
    }
    int digits = wholeDigits;
    if (at < json.length && json[at] == '.') {
      int fraction = ++at;
      skipDigits();
      digits = isZero ? significant(fraction) : wholeDigits + at - fraction;
      boolean manyZeros = isZero && at - fraction - digits > MOST_ZEROS_AFTER_POINT;
      if (at == fraction || json[at - 1] == '0' || manyZeros) {
        return false;
      }
    } else if (negative && isZero) {
      return false;
    }
    return digits <= SAFE_DIGITS && (at == json.length || !isOfNumber(json[at]));
  }

  private static boolean isOfNumber(byte character) {
    return character >= '0' && character <= '9'
        || character == '-'
        || character == '+'
        || character == '.'
        || character == 'e'
        || character == 'E';
  }

  private void skipDigits() {
    byte[] bytes = json;
    int i = at;
    while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    at = i;
  }

  /** The digits from here on without the zeros before them. */
  private int significant(int from) {
    int first = from;
    while (first < at && json[first] == '0') {
      first++;
    }
    return at - first;
  }
}
