package dev.stateline.codec.internal.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * By what the elements of two arrays are recognised: by a member that is a key in both, or by their
 * whole values.
 */
public final class ElementIdentity {

  /** The names under which keys are looked for, the first that is a key wins. */
  public static final List<String> KEY_NAMES = List.of("id", "name", "code", "key");

  private ElementIdentity() {}

  /**
   * The name of the member that tells the elements apart: each element of both arrays is an object
   * that has it, as a text or number that no other element of its array has.
   */
  public static Optional<String> key(JsonNode before, JsonNode after) {
    return KEY_NAMES.stream().filter(name -> isKey(name, before) && isKey(name, after)).findFirst();
  }

  private static boolean isKey(String name, JsonNode array) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode element : array) {
      JsonNode value = element.path(name);
      if (!(value.isTextual() || value.isNumber()) || !seen.add(value)) {
        return false;
      }
    }
    return true;
  }

  /** The elements that both arrays have, in an order that both share. */
  public static List<SharedElements.Pair> common(JsonNode before, JsonNode after) {
    Function<JsonNode, JsonNode> identity =
        key(before, after).map(ElementIdentity::member).orElse(Function.identity());
    return SharedElements.of(each(before, identity), each(after, identity));
  }

  private static Function<JsonNode, JsonNode> member(String name) {
    return element -> element.get(name);
  }

  private static List<JsonNode> each(JsonNode array, Function<JsonNode, JsonNode> identity) {
    return StreamSupport.stream(array.spliterator(), false).map(identity).toList();
  }
}
