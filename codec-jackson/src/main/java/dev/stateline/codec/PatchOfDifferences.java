package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stateline.codec.internal.tree.ElementIdentity;
import dev.stateline.codec.internal.tree.SharedElements;
import java.util.Map;

/**
 * Writes the JSON Patch (RFC 6902) that turns one tree into another: operations {@code add}, {@code
 * remove} and {@code replace} only, in the order of the document. The same two trees always give
 * the same patch.
 */
final class PatchOfDifferences {

  private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

  static ArrayNode between(JsonNode before, JsonNode after) {
    PatchOfDifferences patch = new PatchOfDifferences();
    patch.value("", before, after);
    return patch.operations;
  }

  private void value(String path, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      members(path, before, after);
    } else if (before.isArray() && after.isArray()) {
      new Elements(path, before, after).walk();
    } else if (!before.equals(after)) {
      operation("replace", path).set("value", after);
    }
  }

  private void members(String path, JsonNode before, JsonNode after) {
    for (Map.Entry<String, JsonNode> member : before.properties()) {
      String place = PointerPath.child(path, member.getKey());
      JsonNode other = after.get(member.getKey());
      if (other == null) {
        operation("remove", place);
      } else {
        value(place, member.getValue(), other);
      }
    }
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (!before.has(member.getKey())) {
        operation("add", PointerPath.child(path, member.getKey())).set("value", member.getValue());
      }
    }
  }

  private ObjectNode operation(String name, String path) {
    return operations.addObject().put("op", name).put("path", path);
  }

  /** Two arrays, walked from their beginnings; what is behind is equal in both. */
  private final class Elements {

    private final String path;
    private final JsonNode before;
    private final JsonNode after;
    private final boolean keyed;
    private int from;
    private int at;

    Elements(String path, JsonNode before, JsonNode after) {
      this.path = path;
      this.before = before;
      this.after = after;
      this.keyed = ElementIdentity.key(before, after).isPresent();
    }

    void walk() {
      for (SharedElements.Pair pair : ElementIdentity.common(before, after)) {
        gap(pair.before(), pair.after());
        if (keyed) {
          // Elements of one key may differ in the rest.
          value(PointerPath.child(path, at), before.get(from), after.get(at));
        }
        from++;
        at++;
      }
      gap(before.size(), after.size());
    }

    private void gap(int to, int toAfter) {
      while (!keyed && from < to && at < toAfter) {
        value(PointerPath.child(path, at), before.get(from++), after.get(at++));
      }
      for (; from < to; from++) {
        operation("remove", PointerPath.child(path, at));
      }
      for (; at < toAfter; at++) {
        operation("add", PointerPath.child(path, at)).set("value", after.get(at));
      }
    }
  }
}
