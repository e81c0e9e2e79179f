package dev.stateline.codec.internal.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stateline.codec.internal.text.EcmaScriptNumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Numbers the values of the trees of canonical documents: two values have one number if and only if
 * they are equal. A node is looked at once, so that asking for the values of all levels of a tree
 * takes the time of reading it once. Not thread-safe; the trees must not change.
 */
public final class ValueNumbers {

  // Texts are comparable, so that equal hashes of unequal ones cost a logarithm; nodes are not.
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<JsonNode, Integer> containers = new IdentityHashMap<>();
  private int[] sizes = new int[64];

  /** The number of a value, from 0 in the order of their first being asked for. */
  public int of(JsonNode value) {
    if (!value.isContainerNode()) {
      return scalar(value);
    }
    Integer known = containers.get(value);
    if (known == null) {
      known = value.isObject() ? object(value) : array(value);
      containers.put(value, known);
    }
    return known;
  }

  /** The length of a value's canonical text, in bytes. */
  public int size(JsonNode value) {
    return sizes[of(value)];
  }

  private int scalar(JsonNode value) {
    if (value.isTextual()) {
      return number('"' + value.textValue(), TextSize.ofString(value.textValue()));
    }
    String text = value.isNumber() ? canonical(value) : value.asText();
    return number(text, text.length());
  }

  private static String canonical(JsonNode number) {
    return number.canConvertToExactIntegral() && number.canConvertToLong()
        ? Long.toString(number.longValue())
        : EcmaScriptNumber.text(number.doubleValue());
  }

  private int array(JsonNode array) {
    StringBuilder elements = new StringBuilder("[");
    int size = 1 + Math.max(1, array.size());
    for (JsonNode element : array) {
      int number = of(element);
      elements.append(number).append(',');
      size += sizes[number];
    }
    return number(elements.toString(), size);
  }

  private int object(JsonNode object) {
    StringBuilder members = new StringBuilder("{");
    int size = 1 + Math.max(1, object.size());
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      int number = of(member.getValue());
      members.append(name.length()).append(':').append(name).append(number).append(',');
      size += TextSize.ofString(name) + 1 + sizes[number];
    }
    return number(members.toString(), size);
  }

  private int number(String value, int size) {
    Integer known = numbers.putIfAbsent(value, numbers.size());
    if (known != null) {
      return known;
    }
    int number = numbers.size() - 1;
    if (number == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * number);
    }
    sizes[number] = size;
    return number;
  }
}
