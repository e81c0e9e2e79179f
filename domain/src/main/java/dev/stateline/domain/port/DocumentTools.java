package dev.stateline.domain.port;

import dev.stateline.domain.state.Document;
import java.util.Optional;

/** What can be done with documents of any shape. Thread-safe. */
public interface DocumentTools {

  /**
   * The canonical form of a JSON text.
   *
   * @param json UTF-8
   * @throws dev.stateline.domain.error.InvalidInputException if it is not one JSON value that has
   *     an exact canonical form; the message names the place
   */
  Document canonicalize(byte[] json);

  /**
   * The value at a JSON Pointer (RFC 6901).
   *
   * @param pointer empty for the whole document, or beginning with {@code /}
   * @return empty if there is no such place in the document
   * @throws dev.stateline.domain.error.InvalidInputException if the text is not a JSON Pointer
   */
  Optional<Document> select(Document document, String pointer);
}
