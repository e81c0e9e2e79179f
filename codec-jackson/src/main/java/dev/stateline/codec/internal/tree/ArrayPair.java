package dev.stateline.codec.internal.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two arrays whose elements are to be recognised: by a member that is a key in both, or by their
 * whole values. Elements that have one identity are the same element.
 */
public final class ArrayPair {

  /** The names under which keys are looked for, the first that is a key wins. */
  public static final List<String> KEY_NAMES = List.of("id", "name", "code", "key");

  private final boolean keyed;
  private final int[] before;
  private final int[] after;

  private ArrayPair(boolean keyed, int[] before, int[] after) {
    this.keyed = keyed;
    this.before = before;
    this.after = after;
  }

  public static ArrayPair of(JsonNode before, JsonNode after, ValueNumbers numbers) {
    Optional<String> key =
        KEY_NAMES.stream()
            .filter(name -> isKey(name, before, numbers) && isKey(name, after, numbers))
            .findFirst();
    return new ArrayPair(
        key.isPresent(), identities(before, key, numbers), identities(after, key, numbers));
  }

  /**
   * Whether a member tells the elements apart: each element of both arrays is an object that has
   * it, as a text or number that no other element of its array has. Elements of one key may differ
   * in the rest.
   */
  public boolean isKeyed() {
    return keyed;
  }

  public int identityBefore(int index) {
    return before[index];
  }

  public int identityAfter(int index) {
    return after[index];
  }

  /** The elements that both arrays have, in an order that both share. */
  public List<SharedElements.Pair> shared() {
    return SharedElements.of(before, after);
  }

  private static boolean isKey(String name, JsonNode array, ValueNumbers numbers) {
    Set<Integer> seen = new HashSet<>();
    for (JsonNode element : array) {
      JsonNode value = element.path(name);
      if (!(value.isTextual() || value.isNumber()) || !seen.add(numbers.of(value))) {
        return false;
      }
    }
    return true;
  }

  private static int[] identities(JsonNode array, Optional<String> key, ValueNumbers numbers) {
    int[] identities = new int[array.size()];
    for (int i = 0; i < identities.length; i++) {
      JsonNode element = array.get(i);
      identities[i] = numbers.of(key.map(element::get).orElse(element));
    }
    return identities;
  }
}
