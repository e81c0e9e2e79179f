package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.turn.StateRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The last states of one history that those to come may be deltas to: for each level of {@link
 * BaseTurns} the last one.
 */
final class Trail {

  /** A state that is known. */
  record Point(StateRef ref, Document document) {}

  static final Trail EMPTY = new Trail(Collections.nCopies(BaseTurns.LEVELS, null));

  /** By level; null where none is known. */
  private final List<Point> last;

  private Trail(List<Point> last) {
    this.last = last;
  }

  /** The trail with one more state of the same history. */
  Trail with(Point point) {
    List<Point> next = new ArrayList<>(last);
    int level = BaseTurns.level(point.ref().turn().value());
    for (int i = 0; i <= level; i++) {
      next.set(i, point);
    }
    return new Trail(next);
  }

  /** The state of a turn, if it is one of them. */
  Optional<Point> at(int turn) {
    return last.stream()
        .filter(Objects::nonNull)
        .filter(point -> point.ref().turn().value() == turn)
        .findFirst();
  }

  /** The bytes of its documents. */
  int size() {
    int size = 0;
    for (int i = 0; i < last.size(); i++) {
      // The same state may be the last one of several levels.
      if (last.get(i) != null && (i == 0 || last.get(i) != last.get(i - 1))) {
        size += last.get(i).document().size();
      }
    }
    return size;
  }
}
