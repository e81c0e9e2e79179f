package dev.stateline.domain.document;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a JSON text and requires the form of RFC 8785: UTF-8, no white space, members in the order
 * of their UTF-16 code units, the shortest escapes, numbers as ECMAScript writes them. It builds
 * nothing, and nests as deep as the text does.
 */
final class CanonicalForm {

  private static final String IN_ARRAY = "[";

  private final String text;
  // For each open object the name of its last member, in quotes; for each open array IN_ARRAY.
  private final Deque<String> open = new ArrayDeque<>();
  private int at;

  private CanonicalForm(String text) {
    this.text = text;
  }

  /**
   * @throws InvalidInputException INVALID_DOCUMENT if the bytes have another form; the message
   *     names the place
   */
  static void require(byte[] bytes) {
    if (!CanonicalBytes.areSurelyCanonical(bytes)) {
      read(bytes);
    }
  }

  /** As {@link #require}, of any bytes: it says what is wrong with those that are in doubt. */
  static void read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refusal("the bytes are not UTF-8");
    }
    CanonicalForm form = new CanonicalForm(text);
    try {
      form.read();
    } catch (StringIndexOutOfBoundsException e) {
      throw refusal("the text ends in the middle of a value");
    }
  }

  private static InvalidInputException refusal(String problem) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "a document is JSON in the form of RFC 8785: "
            + problem
            + "; write it with a codec, or canonicalize it with document tools");
  }

  private InvalidInputException wrong(String problem, int place) {
    boolean isSpace = place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0;
    return at(isSpace ? "there is white space" : problem, place);
  }

  private static InvalidInputException at(String problem, int place) {
    return refusal(problem + ", at character " + (place + 1));
  }

  private void read() {
    boolean valueIsNext = true;
    while (valueIsNext || !open.isEmpty()) {
      valueIsNext = valueIsNext ? begin() : goOn();
    }
    if (at < text.length()) {
      throw wrong("there is text after the value", at);
    }
  }

  /** Reads a value, or opens one; true if a value in it is next. */
  private boolean begin() {
    switch (text.charAt(at)) {
      case '{' -> {
        at++;
        if (!skip('}')) {
          open.push("");
          name();
          return true;
        }
      }
      case '[' -> {
        at++;
        if (!skip(']')) {
          open.push(IN_ARRAY);
          return true;
        }
      }
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    return false;
  }

  /** Reads what follows a value in an array or object; true if another value does. */
  private boolean goOn() {
    boolean inArray = open.element().equals(IN_ARRAY);
    if (skip(',')) {
      if (!inArray) {
        name();
      }
      return true;
    }
    if (!skip(inArray ? ']' : '}')) {
      throw wrong(
          "a comma or the end of the " + (inArray ? "array" : "object") + " is missing", at);
    }
    open.pop();
    return false;
  }

  private boolean skip(char c) {
    boolean there = text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void word(String word) {
    if (!text.startsWith(word, at)) {
      throw wrong("this is no JSON value", at);
    }
    at += word.length();
  }

  private void name() {
    int start = at;
    if (text.charAt(at) != '"') {
      throw wrong("a member's name is missing", at);
    }
    string();
    String name = text.substring(start, at);
    String before = open.pop();
    if (!before.isEmpty() && JsonText.unquote(before).compareTo(JsonText.unquote(name)) >= 0) {
      throw wrong("the members are not in the order of their names, or one is there twice", start);
    }
    open.push(name);
    if (!skip(':')) {
      throw wrong("a colon is missing", at);
    }
  }

  private void string() {
    int start = at++;
    boolean escaped = false;
    for (char c = text.charAt(at); c != '"'; c = text.charAt(at)) {
      if (c < 0x20) {
        throw at("a control character must be escaped", at);
      }
      boolean escape = c == '\\';
      escaped |= escape;
      at += escape ? 2 : 1;
    }
    at++;
    if (escaped) {
      requireShortest(start);
    }
  }

  /** The escapes of a string that was read must be those that it is written with. */
  private void requireShortest(int start) {
    String written = text.substring(start, at);
    String shortest;
    try {
      shortest = JsonText.quote(JsonText.unquote(written));
    } catch (InvalidInputException e) {
      throw wrong("a string has an escape that is none, or half of a character", start);
    }
    if (!shortest.equals(written)) {
      throw wrong("a string is not written with the shortest escapes", start);
    }
  }

  private void number() {
    int start = at;
    while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (number.isEmpty()) {
      throw wrong("this is no JSON value", start);
    }
    if (!NumberForm.isShortest(number)) {
      throw wrong("the number " + shown(number) + " is not written as ECMAScript does", start);
    }
  }

  private static String shown(String number) {
    return number.length() <= 40 ? number : number.substring(0, 40) + "...";
  }
}
