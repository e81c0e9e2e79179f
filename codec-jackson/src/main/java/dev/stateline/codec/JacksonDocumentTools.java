package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Canonical JSON (RFC 8785), JSON Pointer (RFC 6901) and JSON Patch (RFC 6902) on Jackson.
 * Thread-safe.
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
      throw DocumentTree.notJson(json, parser, fault);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The patch has operations {@code add}, {@code remove} and {@code replace}. Arrays whose
   * elements are objects with a unique {@code id}, {@code name}, {@code code} or {@code key} are
   * matched by it, others by their values. It is never larger than replacing the document, or an
   * array that is changed, whole. Takes O(n log n) for n values in both.
   */
  @Override
  public Document diff(Document before, Document after) {
    if (before.equals(after)) {
      return Document.EMPTY_ARRAY;
    }
    JsonNode patch =
        PatchOfDifferences.between(DocumentTree.read(before), DocumentTree.read(after));
    return DocumentTree.write(patch, before.size() / 8);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A key is the first of {@code id}, {@code name}, {@code code} and {@code key} that every
   * element of both arrays has, as a text or number that no other element of its array has.
   */
  @Override
  public List<Difference> differences(Document before, Document after) {
    return before.equals(after)
        ? List.of()
        : ReadableDifferences.between(DocumentTree.read(before), DocumentTree.read(after));
  }

  @Override
  public Document apply(Document patch, Document document) {
    PatchedTree tree = new PatchedTree(DocumentTree.readForChange(document));
    JsonNode operations = DocumentTree.readForChange(patch);
    if (!operations.isArray()) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the patch is not an array of operations (RFC 6902); put the operation in brackets");
    }
    for (int i = 0; i < operations.size(); i++) {
      tree.apply(PatchOperation.of(operations.get(i), i));
    }
    return DocumentTree.write(tree.root(), document.size());
  }
}
