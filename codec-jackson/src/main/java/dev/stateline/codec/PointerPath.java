package dev.stateline.codec;

import dev.stateline.domain.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The reference tokens of a JSON Pointer (RFC 6901), unescaped.
 *
 * @param tokens empty for the whole document
 */
record PointerPath(List<String> tokens) {

  PointerPath {
    tokens = List.copyOf(tokens);
  }

  /**
   * @throws InvalidInputException if the text is not a JSON Pointer
   */
  static PointerPath parse(String pointer) {
    if (pointer.isEmpty()) {
      return new PointerPath(List.of());
    }
    if (pointer.charAt(0) != '/') {
      throw invalid(pointer, "begin it with '/', or leave it empty for the whole document");
    }
    List<String> tokens = new ArrayList<>();
    for (String token : pointer.substring(1).split("/", -1)) {
      tokens.add(unescape(token, pointer));
    }
    return new PointerPath(tokens);
  }

  /** The pointer as it is written. */
  String text() {
    return tokens.stream().map(token -> "/" + escaped(token)).collect(Collectors.joining());
  }

  /** The pointer to a member of the object at a pointer. */
  static String child(String pointer, String name) {
    return pointer + "/" + escaped(name);
  }

  /** The pointer to an element of the array at a pointer. */
  static String child(String pointer, int index) {
    return pointer + "/" + index;
  }

  /** A name as a reference token. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The token as the index of an array element; empty if it is none that RFC 6901 knows. */
  static OptionalInt index(String token) {
    boolean number = !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || token.length() > 9 || (token.length() > 1 && token.charAt(0) == '0')) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(token));
  }

  private static String unescape(String token, String pointer) {
    for (int at = token.indexOf('~'); at >= 0; at = token.indexOf('~', at + 1)) {
      if (at + 1 == token.length()
          || (token.charAt(at + 1) != '0' && token.charAt(at + 1) != '1')) {
        throw invalid(pointer, "write '~' as ~0 and '/' as ~1 in a name");
      }
    }
    return token.replace("~1", "/").replace("~0", "~");
  }

  private static InvalidInputException invalid(String pointer, String instead) {
    return new InvalidInputException(
        "\"" + Refusal.printable(pointer) + "\" is not a JSON Pointer (RFC 6901); " + instead);
  }
}
