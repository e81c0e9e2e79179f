package dev.stateline.persistence.memory;

import dev.stateline.domain.time.TurnNumber;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Fetches turns one by one, each through the gate: a reader holds up no writer, and sees neither
 * turns that came later nor a database that was closed meanwhile.
 */
final class TurnCursor<T> extends Spliterators.AbstractSpliterator<T> {

  private final Gate gate;
  private final Iterator<Stretch> stretches;
  private final Function<StoredTurn, T> view;
  private Stretch current;
  private int next;
  private volatile boolean closed;

  private TurnCursor(Gate gate, List<Stretch> stretches, Function<StoredTurn, T> view) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    this.gate = gate;
    this.stretches = stretches.iterator();
    this.view = view;
  }

  /**
   * The turns of these stretches in their order, as the view shows them. Reading the stream once it
   * is closed throws {@link IllegalStateException}.
   */
  static <T> Stream<T> stream(Gate gate, List<Stretch> stretches, Function<StoredTurn, T> view) {
    TurnCursor<T> cursor = new TurnCursor<>(gate, stretches, view);
    return StreamSupport.stream(cursor, false).onClose(() -> cursor.closed = true);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (closed) {
      throw new IllegalStateException("this stream of turns is closed; ask for a new one");
    }
    Optional<StoredTurn> turn = gate.read(this::fetch);
    // Outside the gate: what the reader does with a turn is its own affair.
    turn.map(view).ifPresent(action);
    return turn.isPresent();
  }

  private Optional<StoredTurn> fetch() {
    if (current == null || next > current.turns().to().value()) {
      if (!stretches.hasNext()) {
        return Optional.empty();
      }
      current = stretches.next();
      next = current.turns().from().value();
    }
    return Optional.of(current.segment().at(new TurnNumber(next++)));
  }
}
