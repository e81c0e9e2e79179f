package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads turns page by page along a lineage. Between two pages nothing is held open: rows never
 * change, so the pages fit together, and a reader that forgets to close its stream pins nothing.
 */
public final class PagedTurns<T> extends AbstractSpliterator<T> {

  /** Fetches one page. */
  @FunctionalInterface
  public interface Fetch<T> {

    /**
     * @return the first turns of the range that are stored in the segment, in order, one element a
     *     turn
     */
    List<T> page(SegmentId segment, TurnRange turns, int limit);
  }

  private final Deque<Lineage.Part> parts;
  private final int pageSize;
  private final Fetch<T> fetch;
  private final Deque<T> page = new ArrayDeque<>();
  private volatile boolean closed;

  private PagedTurns(List<Lineage.Part> parts, int pageSize, Fetch<T> fetch) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.parts = new ArrayDeque<>(parts);
    this.pageSize = pageSize;
    this.fetch = fetch;
  }

  /**
   * @param pageSize turns that are held in memory at once
   */
  public static <T> Stream<T> stream(List<Lineage.Part> parts, int pageSize, Fetch<T> fetch) {
    PagedTurns<T> turns = new PagedTurns<>(parts, pageSize, fetch);
    return StreamSupport.stream(turns, false).onClose(() -> turns.closed = true);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (closed) {
      throw new IllegalStateException("the history was closed before it was read to its end");
    }
    while (page.isEmpty() && !parts.isEmpty()) {
      fill(parts.remove());
    }
    T next = page.poll();
    if (next == null) {
      return false;
    }
    action.accept(next);
    return true;
  }

  private void fill(Lineage.Part part) {
    TurnRange turns = part.turns();
    int last = Math.min(turns.to().value(), turns.from().value() + pageSize - 1);
    page.addAll(
        fetch.page(part.segment(), new TurnRange(turns.from(), new TurnNumber(last)), pageSize));
    if (last < turns.to().value()) {
      parts.push(
          new Lineage.Part(part.segment(), new TurnRange(new TurnNumber(last + 1), turns.to())));
    }
  }
}
