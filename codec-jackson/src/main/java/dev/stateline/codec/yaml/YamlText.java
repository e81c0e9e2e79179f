package dev.stateline.codec.yaml;

import dev.stateline.codec.internal.text.StrictUtf8;
import dev.stateline.codec.internal.text.TextPlace;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads YAML 1.2 that people write by hand. Thread-safe.
 *
 * <p>Only what JSON can say is read: one document of mappings with texts as names, lists, and
 * values. Refused: names that stand twice, merge keys, aliases, tags, a second document, a byte
 * order mark, every encoding but UTF-8, more than 100 levels and more than 3 million bytes.
 */
public final class YamlText {

  /** The longest text that is read, in bytes. */
  public static final int MAX_BYTES = 3_000_000;

  private static final int DELETE = 0x7F;
  private static final int LAST_CONTROL = 0x9F;
  private static final int NEXT_LINE = 0x85;

  private YamlText() {}

  /**
   * The value that a text says; a mapping without members for an empty one.
   *
   * @param yaml UTF-8
   * @param sourceName what the messages call the text, for example a file's name
   * @throws InvalidInputException INVALID_DOCUMENT if the text is not one such document; the
   *     message names the source, the fault, its line and column, and what to do
   */
  public static YamlNode read(byte[] yaml, String sourceName) {
    YamlFaults faults = new YamlFaults(sourceName);
    if (yaml.length > MAX_BYTES) {
      throw faults.tooLong(yaml.length);
    }
    int invalid = StrictUtf8.firstInvalid(yaml);
    if (invalid >= 0) {
      throw faults.found("what is not UTF-8", TextPlace.of(yaml, invalid), "save it as UTF-8");
    }
    String text = new String(yaml, StandardCharsets.UTF_8);
    refuseUnreadable(text, yaml, faults);
    try {
      return new YamlComposer(text, faults).root();
    } catch (MarkedYamlEngineException fault) {
      throw faults.malformed(text, fault);
    }
  }

  private static void refuseUnreadable(String text, byte[] yaml, YamlFaults faults) {
    if (text.startsWith("\uFEFF")) {
      throw faults.found(
          "a byte order mark", new TextPlace(1, 1), "save the file as UTF-8 without one");
    }
    OptionalInt control = text.codePoints().filter(YamlText::isUnreadable).findFirst();
    if (control.isPresent()) {
      int at = text.indexOf(control.getAsInt());
      int offset = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
      throw faults.found(
          String.format("the character U+%04X", control.getAsInt()),
          TextPlace.of(yaml, offset),
          "take it away, or save the file as UTF-8");
    }
  }

  /** What YAML 1.2.2, section 5.1, does not let stand in a text. */
  private static boolean isUnreadable(int c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r')
        || (c >= DELETE && c <= LAST_CONTROL && c != NEXT_LINE)
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
