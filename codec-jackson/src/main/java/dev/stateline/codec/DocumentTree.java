package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stateline.codec.internal.text.JsonFault;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Documents as trees and back. The numbers of a tree are those of the canonical text: equal values
 * are equal nodes.
 */
final class DocumentTree {

  private static final JsonMapper MAPPER = new JsonMapper(JsonInput.newFactory().build());
  private static final JsonMapper CHANGEABLE =
      JsonMapper.builder(JsonInput.newFactory().build())
          .nodeFactory(new ChangeableArrays())
          .build();

  private DocumentTree() {}

  /** A tree of its own. */
  static JsonNode read(Document document) {
    return read(document, MAPPER);
  }

  /** A tree of its own for one who changes it, long arrays at any place. */
  static JsonNode readForChange(Document document) {
    return read(document, CHANGEABLE);
  }

  private static JsonNode read(Document document, JsonMapper mapper) {
    byte[] json = document.bytes();
    try (JsonParser parser = mapper.createParser(json)) {
      return read(json, parser, mapper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(byte[] json, JsonParser parser, JsonMapper mapper)
      throws IOException {
    try {
      return mapper.readTree(parser);
    } catch (JsonProcessingException fault) {
      throw notJson(json, parser, fault);
    }
  }

  /**
   * @throws InvalidInputException if the tree has no canonical form: it nests too deep
   */
  static Document write(JsonNode tree, int expectedSize) {
    CanonicalWriter writer = new CanonicalWriter(expectedSize);
    try (JsonParser parser = tree.traverse()) {
      CanonicalCopy.copy(parser, writer);
      return writer.document();
    } catch (Refusal refusal) {
      throw refusal.at("\"" + Refusal.printable(writer.pointer()) + "\" of the result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with bytes that were taken for canonical and are no JSON at all. */
  static InvalidInputException notJson(
      byte[] json, JsonParser parser, JsonProcessingException fault) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "the document is not JSON, at "
            + JsonInput.placeOf(json, fault, parser)
            + "; canonicalize its text first: "
            + JsonFault.of(fault),
        fault);
  }
}
