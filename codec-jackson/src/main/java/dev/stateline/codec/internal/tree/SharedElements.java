package dev.stateline.codec.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements two lists have in common, in an order that both share: equal beginnings and ends,
 * and between them the longest common order of those elements that stand once in each list (the
 * idea of Bram Cohen's patience diff); what stands more often is found between those, by {@link
 * EditPath}. Takes O(n log n), where the longest common subsequence takes the square.
 */
public final class SharedElements {

  /** Two equal elements, by their indices. */
  public record Pair(int before, int after) {}

  private final int[] before;
  private final int[] after;
  private final List<Pair> pairs = new ArrayList<>();

  private SharedElements(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /** Both indices rise from pair to pair. */
  public static List<Pair> of(int[] before, int[] after) {
    SharedElements shared = new SharedElements(before, after);
    int same = shared.sameFromStart(0, 0, before.length, after.length);
    int tail = shared.sameFromEnd(same, same, before.length, after.length);
    int end = before.length - tail;
    int endAfter = after.length - tail;
    shared.run(0, 0, same);
    Pair last = new Pair(same, same);
    for (Pair anchor : shared.anchors(same, end, endAfter)) {
      shared.gap(last, anchor);
      shared.pairs.add(anchor);
      last = new Pair(anchor.before() + 1, anchor.after() + 1);
    }
    shared.gap(last, new Pair(end, endAfter));
    shared.run(end, endAfter, tail);
    return shared.pairs;
  }

  private void gap(Pair from, Pair to) {
    int head = sameFromStart(from.before(), from.after(), to.before(), to.after());
    int tail = sameFromEnd(from.before() + head, from.after() + head, to.before(), to.after());
    run(from.before(), from.after(), head);
    pairs.addAll(
        EditPath.pairs(
            before,
            after,
            new Pair(from.before() + head, from.after() + head),
            new Pair(to.before() - tail, to.after() - tail)));
    run(to.before() - tail, to.after() - tail, tail);
  }

  private void run(int from, int fromAfter, int length) {
    for (int i = 0; i < length; i++) {
      pairs.add(new Pair(from + i, fromAfter + i));
    }
  }

  private int sameFromStart(int from, int fromAfter, int to, int toAfter) {
    int most = Math.min(to - from, toAfter - fromAfter);
    int same = 0;
    while (same < most && before[from + same] == after[fromAfter + same]) {
      same++;
    }
    return same;
  }

  private int sameFromEnd(int from, int fromAfter, int to, int toAfter) {
    int most = Math.min(to - from, toAfter - fromAfter);
    int same = 0;
    while (same < most && before[to - 1 - same] == after[toAfter - 1 - same]) {
      same++;
    }
    return same;
  }

  /** The longest common order of the elements that stand once in both ranges. */
  private List<Pair> anchors(int from, int to, int toAfter) {
    Map<Integer, Integer> once = once(before, from, to);
    Map<Integer, Integer> onceAfter = once(after, from, toAfter);
    List<Pair> candidates = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int element = before[i];
      Integer at = onceAfter.getOrDefault(element, -1);
      if (at >= 0 && once.get(element) >= 0) {
        candidates.add(new Pair(i, at));
      }
    }
    return longestRising(candidates);
  }

  /** Where an element stands; -1 for one that stands there twice. */
  private static Map<Integer, Integer> once(int[] list, int from, int to) {
    Map<Integer, Integer> once = new HashMap<>();
    for (int i = from; i < to; i++) {
      once.merge(list[i], i, (first, second) -> -1);
    }
    return once;
  }

  /** The longest part in which the second index rises too, by patience sorting. */
  private static List<Pair> longestRising(List<Pair> candidates) {
    int[] lowestEnd = new int[candidates.size()];
    int[] endsWith = new int[candidates.size()];
    int[] previous = new int[candidates.size()];
    int length = 0;
    for (int i = 0; i < candidates.size(); i++) {
      int at = candidates.get(i).after();
      int found = Arrays.binarySearch(lowestEnd, 0, length, at);
      int pile = found < 0 ? -found - 1 : found;
      lowestEnd[pile] = at;
      endsWith[pile] = i;
      previous[i] = pile == 0 ? -1 : endsWith[pile - 1];
      length = Math.max(length, pile + 1);
    }
    Pair[] rising = new Pair[length];
    int i = length == 0 ? -1 : endsWith[length - 1];
    for (int place = length - 1; place >= 0; place--) {
      rising[place] = candidates.get(i);
      i = previous[i];
    }
    return List.of(rising);
  }
}
