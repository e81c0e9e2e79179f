package dev.stateline.persistence.sql.internal.payload;

import java.util.Arrays;

/** The places in a document where a token ends, by the bytes that follow there. */
final class Anchors {

  /** Enough bytes to tell the places of a document from each other, where keys are repeated. */
  private static final int WINDOW = 24;

  /** How many places are looked at that may have the same bytes. */
  private static final int TRIED = 16;

  private final byte[] document;
  private final int[] first;
  private final int[] next;
  private final int[] places;

  Anchors(byte[] document) {
    this.document = document;
    this.places = places(document);
    this.first = new int[Integer.highestOneBit(Math.max(places.length, 8)) * 2];
    this.next = new int[places.length];
    Arrays.fill(first, -1);
    // From the end, so that the places of a chain come in order.
    for (int i = places.length - 1; i >= 0; i--) {
      int slot = slot(document, places[i]);
      next[i] = first[slot];
      first[slot] = i;
    }
  }

  private static int[] places(byte[] document) {
    int[] found = new int[Math.max(16, document.length / 8)];
    int count = 0;
    for (int at = 0; at + WINDOW <= document.length; at++) {
      byte character = document[at];
      if (character == ',' || character == '}' || character == ']') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = at;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int slot(byte[] bytes, int at) {
    int hash = 0;
    for (int i = at; i < at + WINDOW; i++) {
      hash = hash * 31 + bytes[i];
    }
    return (hash ^ hash >>> 15) & (first.length - 1);
  }

  /**
   * The place where the document has the bytes that another one has.
   *
   * @param near the first place from here on is taken, and the last one before it if there is none
   * @return negative if there is no such place
   */
  int find(byte[] other, int at, int near) {
    if (at + WINDOW > other.length) {
      return -1;
    }
    int before = -1;
    int tried = 0;
    for (int i = first[slot(other, at)]; i >= 0 && tried < TRIED; i = next[i], tried++) {
      int place = places[i];
      if (Arrays.equals(document, place, place + WINDOW, other, at, at + WINDOW)) {
        if (place >= near) {
          return place;
        }
        before = place;
      }
    }
    return before;
  }
}
