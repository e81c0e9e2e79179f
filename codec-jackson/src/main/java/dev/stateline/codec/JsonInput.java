package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.stateline.codec.internal.text.TextPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** How JSON texts are read: which limits and rules hold, and how a fault is told to a person. */
final class JsonInput {

  static final int MAX_NUMBER_LENGTH = 10_000;
  private static final int MAX_NAME_LENGTH = 1_000_000;

  // The whole text is in memory already: its strings need no limit of their own.
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          // One more than the writer, which knows the place, lets pass.
          .maxNestingDepth(CanonicalWriter.MAX_DEPTH + 1)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNumberLength(MAX_NUMBER_LENGTH)
          .maxNameLength(MAX_NAME_LENGTH)
          .build();

  private static final JsonFactory FACTORY = newFactory().build();

  private JsonInput() {}

  /** Begins a factory with these rules; names are not interned, since data may bring any. */
  static JsonFactoryBuilder newFactory() {
    return new JsonFactoryBuilder()
        .streamReadConstraints(LIMITS)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
  }

  static JsonParser parser(byte[] json) throws IOException {
    return FACTORY.createParser(json);
  }

  /** The place of a fault; that of the parser if the fault has none, as with exceeded limits. */
  static TextPlace placeOf(byte[] json, JsonProcessingException fault, JsonParser parser) {
    JsonLocation location = fault.getLocation();
    return TextPlace.of(
        json, (location == null ? parser.currentLocation() : location).getByteOffset());
  }

  /** The offset of the first name that stood in its object already; -1 if there is none. */
  static long offsetOfDuplicate(byte[] json) {
    Deque<Set<String>> objects = new ArrayDeque<>();
    try (JsonParser parser = parser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          objects.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          objects.pop();
        } else if (token == JsonToken.FIELD_NAME && !objects.element().add(parser.currentName())) {
          return parser.currentTokenLocation().getByteOffset();
        }
      }
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
