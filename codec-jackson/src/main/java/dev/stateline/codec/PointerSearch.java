package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stateline.domain.document.Document;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the bytes of a value inside a document, skipping all others; no tree is built. A part of a
 * canonical document is canonical.
 */
final class PointerSearch {

  private final byte[] json;
  private final JsonParser parser;

  PointerSearch(byte[] json, JsonParser parser) {
    this.json = json;
    this.parser = parser;
  }

  Optional<Document> find(PointerPath path) throws IOException {
    parser.nextToken();
    for (String token : path.tokens()) {
      if (!descend(token)) {
        return Optional.empty();
      }
    }
    return Optional.of(currentValue());
  }

  private boolean descend(String token) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return toMember(token);
    }
    OptionalInt index = PointerPath.index(token);
    return parser.currentToken() == JsonToken.START_ARRAY
        && index.isPresent()
        && toElement(index.getAsInt());
  }

  private boolean toMember(String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private boolean toElement(int index) throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private Document currentValue() throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    // A string is read lazily: only then does the parser stand after it.
    parser.finishToken();
    int end = (int) parser.currentLocation().getByteOffset();
    return Document.ofTrusted(json, start, end - start);
  }
}
