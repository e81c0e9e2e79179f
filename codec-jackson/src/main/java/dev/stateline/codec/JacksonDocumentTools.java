package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.state.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Canonical JSON (RFC 8785) and JSON Pointer (RFC 6901) on Jackson's streaming parser. Thread-safe.
 *
 * <p>An integer literal must be a double exactly, or be the shortest text of one; literals with a
 * fraction or an exponent round to the nearest double. Refused besides what is not JSON: duplicate
 * names, lone surrogates, numbers beyond the range of a double or longer than 10,000 characters,
 * every encoding but UTF-8, a byte order mark, text after the value, and more than 500 levels.
 */
public final class JacksonDocumentTools implements DocumentTools {

  @Override
  public Document canonicalize(byte[] json) {
    return new JsonCanonicalizer(json).document();
  }

  @Override
  public Optional<Document> select(Document document, String pointer) {
    PointerPath path = PointerPath.parse(pointer);
    if (path.tokens().isEmpty()) {
      return Optional.of(document);
    }
    byte[] json = document.bytes();
    try (JsonParser parser = JsonInput.parser(json)) {
      return select(json, parser, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Document> select(byte[] json, JsonParser parser, PointerPath path)
      throws IOException {
    try {
      return new PointerSearch(json, parser).find(path);
    } catch (JsonProcessingException fault) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the document is not JSON, at "
              + JsonInput.placeOf(json, fault, parser)
              + "; canonicalize its text first: "
              + JsonInput.complaint(fault),
          fault);
    }
  }
}
