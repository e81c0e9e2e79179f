package dev.stateline.application.workspace;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Everything in a paged list, a page at a time. */
public final class Pages<T> implements Iterator<T> {

  /** How many elements a page has at the most. */
  public static final int SIZE = 200;

  private final Function<Optional<T>, List<T>> pageAfter;
  private Iterator<T> page;
  private Optional<T> last = Optional.empty();
  private int read;

  private Pages(Function<Optional<T>, List<T>> pageAfter) {
    this.pageAfter = pageAfter;
    this.page = pageAfter.apply(last).iterator();
  }

  /**
   * @param pageAfter gives the page after an element, {@link #SIZE} elements at the most; the first
   *     page after none
   */
  public static <T> Iterable<T> of(Function<Optional<T>, List<T>> pageAfter) {
    return () -> new Pages<>(pageAfter);
  }

  @Override
  public boolean hasNext() {
    // A page that is not full is the last one.
    if (!page.hasNext() && read == SIZE) {
      page = pageAfter.apply(last).iterator();
      read = 0;
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T element = page.next();
    last = Optional.of(element);
    read++;
    return element;
  }
}
