package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stateline.codec.internal.tree.ArrayPair;
import dev.stateline.codec.internal.tree.SharedElements;
import dev.stateline.codec.internal.tree.TextSize;
import dev.stateline.codec.internal.tree.ValueNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON Patch (RFC 6902) that turns one tree into another: operations {@code add}, {@code
 * remove} and {@code replace} only, in the order of the document. What is changed of an array, or
 * of the document, never takes more bytes than replacing it whole would. The same two trees always
 * give the same patch.
 */
final class PatchOfDifferences {

  /** An operation that is not yet written; a value that is null is absent. */
  private record Operation(String name, String path, JsonNode value) {

    void write(ObjectNode to) {
      to.put("op", name).put("path", path);
      if (value != null) {
        to.set("value", value);
      }
    }
  }

  private static final int FRAME = "{\"op\":\"\",\"path\":},".length();
  private static final int VALUE_FRAME = ",\"value\":".length();

  private final ValueNumbers numbers = new ValueNumbers();
  private final List<Operation> operations = new ArrayList<>();
  private long size;

  static ArrayNode between(JsonNode before, JsonNode after) {
    PatchOfDifferences patch = new PatchOfDifferences();
    patch.value("", before, after);
    patch.shorten(0, 0, "", after);
    ArrayNode written = JsonNodeFactory.instance.arrayNode(patch.operations.size());
    patch.operations.forEach(operation -> operation.write(written.addObject()));
    return written;
  }

  private void value(String path, JsonNode before, JsonNode after) {
    if (numbers.of(before) == numbers.of(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      members(path, before, after);
    } else if (before.isArray() && after.isArray()) {
      int first = operations.size();
      long sizeBefore = size;
      new Elements(path, before, after).walk();
      shorten(first, sizeBefore, path, after);
    } else {
      operation("replace", path, after);
    }
  }

  private void members(String path, JsonNode before, JsonNode after) {
    for (Map.Entry<String, JsonNode> member : before.properties()) {
      String place = PointerPath.child(path, member.getKey());
      JsonNode other = after.get(member.getKey());
      if (other == null) {
        operation("remove", place, null);
      } else {
        value(place, member.getValue(), other);
      }
    }
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (!before.has(member.getKey())) {
        operation("add", PointerPath.child(path, member.getKey()), member.getValue());
      }
    }
  }

  private void operation(String name, String path, JsonNode value) {
    operations.add(new Operation(name, path, value));
    size += size(name, path, value);
  }

  private long size(String name, String path, JsonNode value) {
    return FRAME
        + name.length()
        + TextSize.ofString(path)
        + (value == null ? 0 : VALUE_FRAME + numbers.size(value));
  }

  /** Replaces what stands at a path whole where the operations from the first on take more. */
  private void shorten(int first, long sizeBefore, String path, JsonNode after) {
    if (size - sizeBefore > size("replace", path, after)) {
      operations.subList(first, operations.size()).clear();
      size = sizeBefore;
      operation("replace", path, after);
    }
  }

  /** Two arrays, walked from their beginnings; what is behind is equal in both. */
  private final class Elements {

    private final String path;
    private final JsonNode before;
    private final JsonNode after;
    private final ArrayPair pair;
    private int from;
    private int at;

    Elements(String path, JsonNode before, JsonNode after) {
      this.path = path;
      this.before = before;
      this.after = after;
      this.pair = ArrayPair.of(before, after, numbers);
    }

    void walk() {
      for (SharedElements.Pair shared : pair.shared()) {
        gap(shared.before(), shared.after());
        if (pair.isKeyed()) {
          element();
        }
        from++;
        at++;
      }
      gap(before.size(), after.size());
    }

    private void element() {
      value(PointerPath.child(path, at), before.get(from), after.get(at));
    }

    private void gap(int to, int toAfter) {
      for (; !pair.isKeyed() && from < to && at < toAfter; from++, at++) {
        element();
      }
      for (; from < to; from++) {
        operation("remove", PointerPath.child(path, at), null);
      }
      for (; at < toAfter; at++) {
        operation("add", PointerPath.child(path, at), after.get(at));
      }
    }
  }
}
