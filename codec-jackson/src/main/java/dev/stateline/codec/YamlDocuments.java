package dev.stateline.codec;

import dev.stateline.codec.yaml.YamlNode;
import dev.stateline.codec.yaml.YamlText;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;

/**
 * Reads parameter files in YAML 1.2 into documents, as {@link YamlText} reads them. Thread-safe.
 *
 * <p>Numbers, truth values and {@code null} are JSON's. What some reader of YAML takes for
 * something else than a text is refused unless it is quoted: {@code 010}, {@code 1_000}, {@code
 * yes}, {@code 12:30}, {@code 2031-07-01}, {@code .5}, {@code ~}. So the country {@code NO} stands
 * in quotes.
 */
public final class YamlDocuments {

  private YamlDocuments() {}

  /**
   * As {@link #parse(byte[], String)}.
   *
   * @throws InvalidInputException also if the text has half of a surrogate pair
   */
  public static Document parse(String yaml, String sourceName) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(yaml)) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          sourceName + ": found half of a surrogate pair; give whole characters");
    }
    return parse(yaml.getBytes(StandardCharsets.UTF_8), sourceName);
  }

  /**
   * The document that a YAML text says; {@code {}} for an empty one.
   *
   * @param yaml UTF-8
   * @param sourceName what the messages call the text, for example a file's name
   * @throws InvalidInputException INVALID_DOCUMENT if the text is not one such document; the
   *     message names the source, the line and the column
   */
  public static Document parse(byte[] yaml, String sourceName) {
    return of(YamlText.read(yaml, sourceName), sourceName);
  }

  /**
   * The document of a value that was read.
   *
   * @throws InvalidInputException as {@link #parse(byte[], String)}
   */
  public static Document of(YamlNode value, String sourceName) {
    return new YamlCopy(sourceName).document(value);
  }
}
