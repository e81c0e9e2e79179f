package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stateline.codec.internal.tree.TreeMeasure;
import java.util.OptionalInt;

/**
 * A tree to which the operations of a JSON Patch are applied, one after the other. After an
 * operation that was refused it is of no use. Not thread-safe.
 */
final class PatchedTree {

  /** Copies of copies double: some thirty operations would fill any memory. */
  private static final long MAX_COPIED_BYTES = 256_000_000;

  private static final ChangeableArrays ARRAYS = new ChangeableArrays();

  private JsonNode root;
  private long copied;

  /**
   * @param root is changed
   */
  PatchedTree(JsonNode root) {
    this.root = root;
  }

  JsonNode root() {
    return root;
  }

  void apply(PatchOperation operation) {
    PointerPath path = operation.pathTokens();
    switch (operation.kind()) {
      case ADD -> add(operation, path, operation.value());
      case REMOVE -> remove(operation, path);
      case REPLACE -> replace(operation, path);
      case MOVE -> move(operation, operation.fromTokens(), path);
      case COPY -> copy(operation, operation.fromTokens(), path);
      case TEST -> test(operation, path);
    }
  }

  private void test(PatchOperation operation, PointerPath path) {
    if (!find(operation, path).equals(operation.value())) {
      throw operation.refused(
          "the document has another value there; apply the patch to the state that it is for");
    }
  }

  private void move(PatchOperation operation, PointerPath from, PointerPath path) {
    JsonNode value = find(operation, from);
    if (from.equals(path)) {
      return;
    }
    int depth = from.tokens().size();
    if (depth < path.tokens().size() && path.tokens().subList(0, depth).equals(from.tokens())) {
      throw operation.refused(
          "a value cannot move into itself, from \"" + Refusal.printable(operation.from()) + "\"");
    }
    remove(operation, from);
    add(operation, path, value);
  }

  private void copy(PatchOperation operation, PointerPath from, PointerPath path) {
    JsonNode value = find(operation, from);
    TreeMeasure measure = TreeMeasure.of(value);
    copied += measure.bytes();
    if (copied > MAX_COPIED_BYTES) {
      throw operation.refused("the patch copies more than 256 MB in all; copy less");
    }
    add(operation, path, ARRAYS.copy(value), measure.depth());
  }

  private void add(PatchOperation operation, PointerPath path, JsonNode value) {
    add(operation, path, value, TreeMeasure.of(value).depth());
  }

  private void add(PatchOperation operation, PointerPath path, JsonNode value, int depth) {
    if (path.tokens().size() + depth > CanonicalWriter.MAX_DEPTH) {
      throw operation.refused(
          "the document would nest deeper than "
              + CanonicalWriter.MAX_DEPTH
              + " levels; flatten it");
    }
    if (path.tokens().isEmpty()) {
      root = value;
      return;
    }
    JsonNode parent = parent(operation, path);
    if (parent instanceof ObjectNode object) {
      object.set(last(path), value);
    } else if (parent instanceof ArrayNode array) {
      array.insert(insertionPoint(operation, array, last(path)), value);
    } else {
      throw operation.refused("what is to hold the value is neither object nor array");
    }
  }

  private void replace(PatchOperation operation, PointerPath path) {
    if (!path.tokens().isEmpty()) {
      remove(operation, path);
    }
    add(operation, path, operation.value());
  }

  private void remove(PatchOperation operation, PointerPath path) {
    if (path.tokens().isEmpty()) {
      throw operation.refused("a document cannot be taken away whole; replace it");
    }
    find(operation, path);
    JsonNode parent = parent(operation, path);
    if (parent instanceof ObjectNode object) {
      object.remove(last(path));
    } else if (parent instanceof ArrayNode array) {
      array.remove(PointerPath.index(last(path)).getAsInt());
    }
  }

  private static int insertionPoint(PatchOperation operation, ArrayNode array, String token) {
    if (token.equals("-")) {
      return array.size();
    }
    OptionalInt index = PointerPath.index(token);
    if (index.isEmpty() || index.getAsInt() > array.size()) {
      throw operation.refused(
          "the array has "
              + array.size()
              + " elements; give an index from 0 to "
              + array.size()
              + ", or - for its end");
    }
    return index.getAsInt();
  }

  private JsonNode parent(PatchOperation operation, PointerPath path) {
    return find(operation, new PointerPath(path.tokens().subList(0, path.tokens().size() - 1)));
  }

  private JsonNode find(PatchOperation operation, PointerPath path) {
    JsonNode value = root;
    for (String token : path.tokens()) {
      OptionalInt index = value.isArray() ? PointerPath.index(token) : OptionalInt.empty();
      JsonNode next = index.isPresent() ? value.get(index.getAsInt()) : value.get(token);
      if (next == null) {
        throw operation.refused(
            "the document has nothing at \""
                + Refusal.printable(path.text())
                + "\"; mend the pointer, or apply the patch to the state that it is for");
      }
      value = next;
    }
    return value;
  }

  private static String last(PointerPath path) {
    return path.tokens().get(path.tokens().size() - 1);
  }
}
