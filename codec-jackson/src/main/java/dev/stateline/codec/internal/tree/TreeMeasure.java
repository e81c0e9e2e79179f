package dev.stateline.codec.internal.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How large a tree is.
 *
 * @param depth levels of objects and arrays; 0 for a scalar
 * @param bytes of memory, roughly
 */
public record TreeMeasure(int depth, long bytes) {

  private static final int VALUE = 16;
  // An empty map or list takes more than what a small one holds.
  private static final int CONTAINER = 160;
  private static final int MEMBER = 40;

  public static TreeMeasure of(JsonNode tree) {
    if (!tree.isContainerNode()) {
      return new TreeMeasure(0, VALUE + (tree.isTextual() ? tree.textValue().length() : 0));
    }
    int depth = 0;
    long bytes = CONTAINER;
    if (tree.isObject()) {
      for (Map.Entry<String, JsonNode> member : tree.properties()) {
        bytes += MEMBER + member.getKey().length();
      }
    }
    for (JsonNode child : tree) {
      TreeMeasure inner = of(child);
      depth = Math.max(depth, inner.depth);
      bytes += inner.bytes;
    }
    return new TreeMeasure(depth + 1, bytes);
  }
}
