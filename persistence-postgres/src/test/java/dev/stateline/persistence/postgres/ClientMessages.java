package dev.stateline.persistence.postgres;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a client says to a server, cut into messages, to count those that it waits for an answer to.
 * The first message has no type; each other is a type, a length of four bytes, and the rest.
 */
final class ClientMessages {

  private static final int LENGTH_BYTES = 4;

  private final AtomicLong awaited;
  private int lengthBytes;
  private int length;
  private boolean isBetween;
  private boolean isAsking;

  /**
   * @param awaited counts the writes that end in waiting: with Query or Sync
   */
  ClientMessages(AtomicLong awaited) {
    this.awaited = awaited;
  }

  /** Takes what the client wrote at once. */
  void take(byte[] buffer, int size) {
    for (int i = 0; i < size; i++) {
      take(buffer[i]);
    }
    // A BEGIN goes out together with what follows, and is not waited for by itself.
    if (isBetween && isAsking) {
      awaited.incrementAndGet();
    }
  }

  private void take(byte next) {
    if (isBetween) {
      isBetween = false;
      isAsking = next == 'Q' || next == 'S';
      return;
    }
    if (lengthBytes < LENGTH_BYTES) {
      length = length << Byte.SIZE | next & 0xFF;
      lengthBytes++;
      // The length counts its own bytes.
      length -= lengthBytes == LENGTH_BYTES ? LENGTH_BYTES : 0;
    } else {
      length--;
    }
    if (lengthBytes == LENGTH_BYTES && length == 0) {
      lengthBytes = 0;
      isBetween = true;
    }
  }
}
