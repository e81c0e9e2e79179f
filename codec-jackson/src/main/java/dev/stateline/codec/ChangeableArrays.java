package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stateline.codec.internal.tree.ChunkedList;
import java.util.Map;

/** Makes trees whose arrays are as quick to change at their beginning as at their end. */
final class ChangeableArrays extends JsonNodeFactory {

  private static final long serialVersionUID = 1L;

  @Override
  public ArrayNode arrayNode() {
    return new ArrayNode(this, new ChunkedList<>());
  }

  @Override
  public ArrayNode arrayNode(int capacity) {
    return arrayNode();
  }

  /** A copy that shares nothing that can change. */
  JsonNode copy(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = objectNode();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        object.set(member.getKey(), copy(member.getValue()));
      }
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = arrayNode();
      value.forEach(element -> array.add(copy(element)));
      return array;
    }
    return value;
  }
}
