package dev.stateline.codec.internal.tree;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * A list in pieces: adding and removing anywhere moves the elements of one piece only, and places
 * near the one before are found at once. Not thread-safe, not even for readers alone.
 */
public final class ChunkedList<E> extends AbstractList<E> {

  private static final int MOST = 1024;

  private final List<List<E>> chunks = new ArrayList<>();
  private int size;
  // The piece that was last at work, and the index of its first element.
  private int chunk;
  private int first;

  public ChunkedList() {
    chunks.add(new ArrayList<>());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public E get(int index) {
    requireIndex(index, size - 1);
    find(index);
    return chunks.get(chunk).get(index - first);
  }

  @Override
  public E set(int index, E element) {
    requireIndex(index, size - 1);
    find(index);
    return chunks.get(chunk).set(index - first, element);
  }

  @Override
  public void add(int index, E element) {
    requireIndex(index, size);
    find(index);
    List<E> elements = chunks.get(chunk);
    elements.add(index - first, element);
    if (elements.size() > MOST) {
      // What is appended in order leaves full pieces behind.
      int kept = index == size ? MOST : MOST / 2;
      List<E> rest = elements.subList(kept, elements.size());
      chunks.add(chunk + 1, new ArrayList<>(rest));
      rest.clear();
    }
    size++;
    modCount++;
  }

  @Override
  public E remove(int index) {
    requireIndex(index, size - 1);
    find(index);
    E removed = chunks.get(chunk).remove(index - first);
    if (chunks.get(chunk).isEmpty() && chunks.size() > 1) {
      chunks.remove(chunk);
      chunk = 0;
      first = 0;
    }
    size--;
    modCount++;
    return removed;
  }

  private void requireIndex(int index, int last) {
    if (index < 0 || index > last) {
      throw new IndexOutOfBoundsException("index " + index + " of " + size + " elements");
    }
  }

  /** The piece that has the element of an index, or the last one for the end of the list. */
  private void find(int index) {
    while (index < first) {
      first -= chunks.get(--chunk).size();
    }
    while (index >= first + chunks.get(chunk).size() && chunk < chunks.size() - 1) {
      first += chunks.get(chunk++).size();
    }
  }
}
