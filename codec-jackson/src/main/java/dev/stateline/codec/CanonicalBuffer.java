package dev.stateline.codec;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.stateline.codec.internal.text.EcmaScriptNumber;
import dev.stateline.domain.document.Document;
import java.util.Arrays;

/**
 * A growing array of UTF-8 bytes that knows the canonical text of strings and numbers (RFC 8785,
 * section 3.2.2).
 */
final class CanonicalBuffer {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final int MAX_LONG_LENGTH = 20;
  private static final int MAX_CHAR_LENGTH = 6;
  private static final int MAX_SIZE = Integer.MAX_VALUE - 64;

  private final EcmaScriptNumber numbers = new EcmaScriptNumber();
  private byte[] bytes;
  private int size;

  CanonicalBuffer(int expected) {
    bytes = new byte[Math.max(64, expected)];
  }

  int size() {
    return size;
  }

  Document toDocument() {
    return Document.ofTrusted(bytes, 0, size);
  }

  void put(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
  }

  void put(byte[] canonical) {
    reserve(canonical.length);
    System.arraycopy(canonical, 0, bytes, size, canonical.length);
    size += canonical.length;
  }

  void number(long value) {
    reserve(MAX_LONG_LENGTH);
    size = NumberOutput.outputLong(value, bytes, size);
  }

  void number(double finite) {
    reserve(EcmaScriptNumber.MAX_LENGTH);
    size = numbers.write(finite, bytes, size);
  }

  /**
   * Writes a name that needs no escapes, quoted.
   *
   * @param ascii the characters between the quotes
   */
  void quoted(byte[] ascii) {
    put('"');
    put(ascii);
    put('"');
  }

  /**
   * @throws Refusal if the text holds half of a surrogate pair
   */
  void string(String text) {
    int length = text.length();
    reserve(length + 2);
    byte[] out = bytes;
    int at = size;
    out[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
        size = at;
        stringRest(text, i);
        return;
      }
      out[at++] = (byte) c;
    }
    out[at++] = '"';
    size = at;
  }

  private void stringRest(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      reserve(MAX_CHAR_LENGTH);
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (Character.isSurrogate(c)) {
        pair(c, i + 1 < text.length() ? text.charAt(i + 1) : 0);
        i++;
      } else {
        basicPlane(c);
      }
    }
    put('"');
  }

  private void ascii(char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\b' -> escape('b');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\f' -> escape('f');
      case '\r' -> escape('r');
      default -> {
        if (c < 0x20) {
          escape('u');
          bytes[size++] = '0';
          bytes[size++] = '0';
          bytes[size++] = HEX[c >> 4];
          bytes[size++] = HEX[c & 0xF];
        } else {
          bytes[size++] = (byte) c;
        }
      }
    }
  }

  private void escape(char letter) {
    bytes[size++] = '\\';
    bytes[size++] = (byte) letter;
  }

  private void basicPlane(char c) {
    if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | c >> 6);
    } else {
      bytes[size++] = (byte) (0xE0 | c >> 12);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    }
    bytes[size++] = (byte) (0x80 | c & 0x3F);
  }

  private void pair(char high, char low) {
    if (!Character.isSurrogatePair(high, low)) {
      throw Refusal.of(
          String.format("a lone surrogate (U+%04X) is not a character", (int) high), "remove it");
    }
    int c = Character.toCodePoint(high, low);
    bytes[size++] = (byte) (0xF0 | c >> 18);
    bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
    bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    bytes[size++] = (byte) (0x80 | c & 0x3F);
  }

  /** Puts the slices that make up the end of the buffer into the order given, with commas. */
  void arrange(Slice[] ordered, int from) {
    byte[] before = Arrays.copyOfRange(bytes, from, size);
    int at = from;
    for (Slice slice : ordered) {
      if (at > from) {
        bytes[at++] = ',';
      }
      System.arraycopy(before, slice.start() - from, bytes, at, slice.length());
      at += slice.length();
    }
  }

  /** Compares names as unsigned bytes, a shorter one before those that it begins. */
  int compare(Slice one, Slice other) {
    return Arrays.compareUnsigned(bytes, one.start(), one.end(), bytes, other.start(), other.end());
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    if (more > MAX_SIZE - size) {
      throw Refusal.of("the document is larger than 2 GiB", "split it");
    }
    int doubled = (int) Math.min(MAX_SIZE, 2L * bytes.length);
    bytes = Arrays.copyOf(bytes, Math.max(doubled, size + more));
  }
}
