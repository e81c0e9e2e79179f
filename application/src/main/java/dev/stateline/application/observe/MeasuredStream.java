package dev.stateline.application.observe;

import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Operation;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows that are fetched as they are read. The time that fetching takes is added up, without what
 * the reader does in between, and told when the stream is closed. Not thread-safe.
 */
final class MeasuredStream<T> implements Spliterator<T> {

  private final Measuring measuring;
  private final Operation operation;
  private final Spliterator<T> rows;
  private final Function<? super T, Amount> amountOf;
  private Amount amount = Amount.NONE;
  private long nanos;
  private boolean over;
  private T fetched;

  private MeasuredStream(
      Measuring measuring,
      Operation operation,
      Spliterator<T> rows,
      Function<? super T, Amount> amountOf,
      long nanos) {
    this.measuring = measuring;
    this.operation = operation;
    this.rows = rows;
    this.amountOf = amountOf;
    this.nanos = nanos;
  }

  /**
   * @param open opens the stream that is measured; it is closed with the one that is given out
   */
  static <T> Stream<T> of(
      Measuring measuring,
      Operation operation,
      Supplier<Stream<T>> open,
      Function<? super T, Amount> amountOf) {
    long begin = measuring.nanos();
    Stream<T> stream;
    Spliterator<T> rows;
    try {
      stream = open.get();
      rows = stream.spliterator();
    } catch (RuntimeException | Error e) {
      measuring.failed(operation, measuring.nanos() - begin, e);
      throw e;
    }
    MeasuredStream<T> measured =
        new MeasuredStream<>(measuring, operation, rows, amountOf, measuring.nanos() - begin);
    return StreamSupport.stream(measured, false).onClose(measured::tell).onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (!fetch()) {
      return false;
    }
    T row = fetched;
    fetched = null;
    amount = amount.plus(amountOf.apply(row));
    action.accept(row);
    return true;
  }

  private boolean fetch() {
    long begin = measuring.nanos();
    try {
      return rows.tryAdvance(row -> fetched = row);
    } catch (RuntimeException | Error e) {
      over = true;
      measuring.failed(operation, nanos + measuring.nanos() - begin, e);
      throw e;
    } finally {
      nanos += measuring.nanos() - begin;
    }
  }

  private void tell() {
    if (!over) {
      over = true;
      measuring.done(operation, nanos, amount);
    }
  }

  @Override
  public Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return rows.estimateSize();
  }

  @Override
  public int characteristics() {
    return rows.characteristics() & ~(SIZED | SUBSIZED | SORTED);
  }
}
