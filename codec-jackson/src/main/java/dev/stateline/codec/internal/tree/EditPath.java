package dev.stateline.codec.internal.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What two ranges have in common, by the greedy search of E. W. Myers ("An O(ND) difference
 * algorithm and its variations", 1986): the fewest elements are left over. Where that takes more
 * than {@link #MOST_EDITS} additions and removals, it goes on from the point that the search got
 * furthest to: then more may be left over, and the time stays linear in the ranges' lengths.
 */
final class EditPath {

  static final int MOST_EDITS = 256;

  private static final int UNREACHED = Integer.MIN_VALUE / 4;

  private final int[] before;
  private final int[] after;
  private final int end;
  private final int endAfter;
  private final List<SharedElements.Pair> pairs = new ArrayList<>();
  private int from;
  private int fromAfter;
  // For each number of edits, how far the search got on each diagonal.
  private List<int[]> reached;

  private EditPath(int[] before, int[] after, SharedElements.Pair from, SharedElements.Pair to) {
    this.before = before;
    this.after = after;
    this.from = from.before();
    this.fromAfter = from.after();
    this.end = to.before();
    this.endAfter = to.after();
  }

  static List<SharedElements.Pair> pairs(
      int[] before, int[] after, SharedElements.Pair from, SharedElements.Pair to) {
    EditPath path = new EditPath(before, after, from, to);
    while (path.from < path.end && path.fromAfter < path.endAfter) {
      path.stretch();
    }
    return path.pairs;
  }

  /** One search, and the way to the point that it ended at. */
  private void stretch() {
    reached = new ArrayList<>();
    int goal = (end - from) - (endAfter - fromAfter);
    for (int edits = 0; edits <= MOST_EDITS; edits++) {
      reached.add(step(edits));
      if (Math.abs(goal) <= edits && at(edits, goal) == end - from) {
        walkBack(edits, goal);
        return;
      }
    }
    walkBack(MOST_EDITS, furthest());
  }

  private int[] step(int edits) {
    int[] row = new int[2 * edits + 1];
    for (int diagonal = -edits; diagonal <= edits; diagonal++) {
      row[diagonal + edits] =
          (edits + diagonal) % 2 == 0 ? afterSnake(begin(edits, diagonal), diagonal) : UNREACHED;
    }
    return row;
  }

  /** Where the equal stretch on a diagonal begins, after the last of some edits. */
  private int begin(int edits, int diagonal) {
    return edits == 0 ? 0 : Math.max(removed(edits, diagonal), added(edits, diagonal));
  }

  private int removed(int edits, int diagonal) {
    int x = at(edits - 1, diagonal - 1) + 1;
    return x <= end - from ? x : UNREACHED;
  }

  private int added(int edits, int diagonal) {
    int x = at(edits - 1, diagonal + 1);
    return x - diagonal <= endAfter - fromAfter ? x : UNREACHED;
  }

  private int at(int edits, int diagonal) {
    return Math.abs(diagonal) <= edits ? reached.get(edits)[diagonal + edits] : UNREACHED;
  }

  private int afterSnake(int begin, int diagonal) {
    if (begin < 0) {
      return UNREACHED;
    }
    int x = from + begin;
    int y = fromAfter + begin - diagonal;
    while (x < end && y < endAfter && before[x] == after[y]) {
      x++;
      y++;
    }
    return x - from;
  }

  private int furthest() {
    int best = -MOST_EDITS;
    for (int diagonal = -MOST_EDITS; diagonal <= MOST_EDITS; diagonal += 2) {
      if (2 * at(MOST_EDITS, diagonal) - diagonal > 2 * at(MOST_EDITS, best) - best) {
        best = diagonal;
      }
    }
    return best;
  }

  private void walkBack(int edits, int lastDiagonal) {
    Deque<SharedElements.Pair> found = new ArrayDeque<>();
    int diagonal = lastDiagonal;
    for (int left = edits; left >= 0; left--) {
      int begin = begin(left, diagonal);
      for (int x = at(left, diagonal) - 1; x >= begin; x--) {
        found.addFirst(new SharedElements.Pair(from + x, fromAfter + x - diagonal));
      }
      boolean removed = left > 0 && removed(left, diagonal) == begin;
      diagonal += removed ? -1 : 1;
    }
    pairs.addAll(found);
    int x = at(edits, lastDiagonal);
    from += x;
    fromAfter += x - lastDiagonal;
  }
}
