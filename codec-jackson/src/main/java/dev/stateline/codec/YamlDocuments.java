package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.stateline.codec.internal.text.StrictUtf8;
import dev.stateline.codec.internal.text.TextPlace;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads parameter files in YAML 1.1 into documents. Thread-safe.
 *
 * <p>Only what JSON can say is read. {@code yes}, {@code no}, {@code on} and {@code off} are
 * strings, so that the country {@code NO} stays one. Refused: duplicate names, aliases, more than
 * one document in a file, {@code .nan} and {@code .inf}, files over 3 million characters and more
 * than 50 levels.
 */
public final class YamlDocuments {

  // The parser below has a limit a little above, but fails late and slowly.
  private static final int MAX_LENGTH = 3_000_000;

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(YAMLParser.Feature.EMPTY_DOCUMENT_AS_EMPTY_OBJECT)
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();

  private YamlDocuments() {}

  /**
   * As {@link #parse(String, String)}.
   *
   * @param yaml UTF-8
   */
  public static Document parse(byte[] yaml, String sourceName) {
    int invalid = StrictUtf8.firstInvalid(yaml);
    if (invalid >= 0) {
      TextPlace place = TextPlace.of(yaml, invalid);
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          sourceName + " is not UTF-8, at " + place + "; save it as UTF-8");
    }
    return parse(new String(yaml, StandardCharsets.UTF_8), sourceName);
  }

  /**
   * The document that a YAML text says; {@code {}} for an empty one.
   *
   * @param sourceName what the messages call the text, for example a file's name
   * @throws InvalidInputException INVALID_DOCUMENT if the text is not one such document; the
   *     message names the source, the line and the column
   */
  public static Document parse(String yaml, String sourceName) {
    if (yaml.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          sourceName
              + " has "
              + yaml.length()
              + " characters, and YAML is read up to "
              + MAX_LENGTH
              + "; give it as JSON");
    }
    CanonicalWriter writer = new CanonicalWriter(yaml.length());
    try (YAMLParser parser = FACTORY.createParser(yaml)) {
      return parse(parser, writer, sourceName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document parse(YAMLParser parser, CanonicalWriter writer, String sourceName)
      throws IOException {
    try {
      return CanonicalCopy.copy(new AliasFreeParser(parser), writer)
          ? writer.document()
          : Document.EMPTY_OBJECT;
    } catch (Refusal refusal) {
      throw refusal.at(place(sourceName, parser.currentTokenLocation()));
    } catch (JsonProcessingException fault) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the YAML is malformed, at "
              + place(sourceName, fault.getLocation())
              + "; mend it there: "
              + JsonInput.complaint(fault),
          fault);
    }
  }

  private static String place(String sourceName, JsonLocation location) {
    return location == null
        ? sourceName
        : sourceName + ", " + new TextPlace(location.getLineNr(), location.getColumnNr());
  }
}
