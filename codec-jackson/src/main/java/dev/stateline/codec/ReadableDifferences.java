package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stateline.codec.internal.tree.ArrayPair;
import dev.stateline.codec.internal.tree.SharedElements;
import dev.stateline.codec.internal.tree.ValueNumbers;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects where two trees differ. */
final class ReadableDifferences {

  /** A place in both trees: its value and its pointer in each. */
  private record Place(String pathBefore, JsonNode before, String pathAfter, JsonNode after) {

    Place member(String name) {
      return new Place(
          PointerPath.child(pathBefore, name),
          before.get(name),
          PointerPath.child(pathAfter, name),
          after.get(name));
    }

    Place element(int index, int indexAfter) {
      return new Place(
          PointerPath.child(pathBefore, index),
          before.get(index),
          PointerPath.child(pathAfter, indexAfter),
          after.get(indexAfter));
    }
  }

  private final ValueNumbers numbers = new ValueNumbers();
  private final List<Difference> differences = new ArrayList<>();

  static List<Difference> between(JsonNode before, JsonNode after) {
    ReadableDifferences found = new ReadableDifferences();
    found.walk(new Place("", before, "", after));
    return List.copyOf(found.differences);
  }

  private void walk(Place place) {
    if (place.before == null) {
      differences.add(Difference.added(place.pathAfter, document(place.after)));
    } else if (place.after == null) {
      differences.add(Difference.removed(place.pathBefore, document(place.before)));
    } else if (numbers.of(place.before) == numbers.of(place.after)) {
      return;
    } else if (place.before.isObject() && place.after.isObject()) {
      members(place);
    } else if (place.before.isArray() && place.after.isArray()) {
      elements(place);
    } else {
      differences.add(
          Difference.changed(
              place.pathBefore, place.pathAfter, document(place.before), document(place.after)));
    }
  }

  private void members(Place object) {
    Set<String> names = new TreeSet<>();
    object.before.fieldNames().forEachRemaining(names::add);
    object.after.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> walk(object.member(name)));
  }

  private void elements(Place array) {
    ArrayPair pair = ArrayPair.of(array.before, array.after, numbers);
    List<SharedElements.Pair> shared = pair.shared();
    if (pair.isKeyed()) {
      byKey(array, pair, shared);
    } else if (isVector(array.before)
        && array.before.size() == array.after.size()
        && !isMoved(array, pair, shared.size())) {
      byPosition(array, 0, 0, array.before.size(), array.after.size());
    } else {
      byValue(array, shared);
    }
  }

  /** In a list of fixed length, the place of a value says what it is. */
  private static boolean isVector(JsonNode array) {
    for (JsonNode element : array) {
      if (element.isObject()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Such as the last thousand values of something: most are what they were, in another place, and
   * telling what was added and removed takes less than half of telling each place.
   */
  private static boolean isMoved(Place array, ArrayPair pair, int shared) {
    int size = array.before.size();
    int changed = 0;
    for (int i = 0; i < size; i++) {
      changed += pair.identityBefore(i) == pair.identityAfter(i) ? 0 : 1;
    }
    int addedAndRemoved = 2 * (size - shared);
    return changed > 2 * addedAndRemoved;
  }

  private void byPosition(Place array, int from, int fromAfter, int to, int toAfter) {
    for (int i = 0; i < Math.max(to - from, toAfter - fromAfter); i++) {
      walk(
          array.element(
              from + i < to ? from + i : -1, fromAfter + i < toAfter ? fromAfter + i : -1));
    }
  }

  /** What both have stays; what lies between is compared by position. */
  private void byValue(Place array, List<SharedElements.Pair> shared) {
    int from = 0;
    int fromAfter = 0;
    for (SharedElements.Pair pair : shared) {
      byPosition(array, from, fromAfter, pair.before(), pair.after());
      from = pair.before() + 1;
      fromAfter = pair.after() + 1;
    }
    byPosition(array, from, fromAfter, array.before.size(), array.after.size());
  }

  private void byKey(Place array, ArrayPair pair, List<SharedElements.Pair> shared) {
    Map<Integer, Integer> indices = new HashMap<>();
    for (int i = 0; i < array.before.size(); i++) {
      indices.put(pair.identityBefore(i), i);
    }
    Set<Integer> inOrder = new HashSet<>();
    shared.forEach(both -> inOrder.add(both.after()));
    for (int i = 0; i < array.after.size(); i++) {
      Integer index = indices.remove(pair.identityAfter(i));
      Place element = array.element(index == null ? -1 : index, i);
      if (index != null && !inOrder.contains(i)) {
        differences.add(Difference.moved(element.pathBefore, element.pathAfter));
      }
      walk(element);
    }
    indices.values().stream().sorted().forEach(index -> walk(array.element(index, -1)));
  }

  private static Document document(JsonNode value) {
    return DocumentTree.write(value, 64);
  }
}
