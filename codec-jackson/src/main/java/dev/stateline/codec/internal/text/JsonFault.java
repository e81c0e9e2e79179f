package dev.stateline.codec.internal.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a parser of JSON complains of, in words for those who wrote the text: its own are for
 * programmers of parsers.
 */
public final class JsonFault {

  /** What a parser's words hold, and what is said for them; the first that fits counts. */
  private static final Map<String, String> WORDS = words();

  private JsonFault() {}

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("nesting depth", "it nests too deep");
    words.put("exceeds the maximum", "a number or name is too long");
    words.put("surrogate", "an escape is half of a surrogate pair, and no character");
    words.put("end-of-input", "the text ends there, and something is still open");
    words.put("Duplicate field", "a name stands twice in one object");
    words.put("start field name", "a name in double quotes belongs there");
    words.put("expecting a colon", "a ':' belongs there");
    words.put("expecting comma", "a ',' or the end of the list or object belongs there");
    words.put("comment", "JSON has no comments");
    words.put("close marker", "another bracket is open than the one that closes there");
    words.put("unquoted character", "a control character in a text is written as an escape");
    words.put("CTRL-CHAR", "a control character stands there");
    words.put("escape", "JSON has no such escape");
    words.put("Leading zero", "a number does not begin with 0");
    words.put("Non-standard", "NaN and infinities are no JSON numbers");
    words.put("numeric value", "JSON writes no number like that");
    words.put("out of range", "the number is too large");
    words.put(
        "", "a value belongs there: a text in double quotes, a number, true, false, null, [ or {");
    return words;
  }

  /** The complaint, without its place. */
  public static String of(JsonProcessingException fault) {
    String told = String.valueOf(fault.getOriginalMessage());
    return WORDS.entrySet().stream()
        .filter(entry -> told.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
