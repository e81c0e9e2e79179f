package dev.stateline.domain.port;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import java.util.List;
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

  /**
   * What turns one document into another, as a JSON Patch (RFC 6902): {@code apply(diff(a, b), a)}
   * equals {@code b}. Equal documents give an empty patch, and the same two documents always the
   * same one.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if a value that differs nests so deep
   *     that a patch, which puts two levels around it, cannot hold it
   */
  Document diff(Document before, Document after);

  /**
   * Where two documents differ, for people to read: objects by their members, arrays whose elements
   * are objects with a key by that key, lists of other values that keep their length by position,
   * other arrays by the elements that both have. In the order of the documents; none for equal
   * documents, at least one for others.
   */
  List<Difference> differences(Document before, Document after);

  /**
   * The document after a JSON Patch (RFC 6902): all of its operations, in order, or none.
   *
   * @throws dev.stateline.domain.error.InvalidInputException of code {@code INVALID_DOCUMENT} if it
   *     is no JSON Patch, or does not apply to the document, {@code test} operations included; the
   *     message names the operation by its JSON Pointer into the patch, and its path
   */
  Document apply(Document patch, Document document);
}
