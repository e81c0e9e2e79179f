package dev.stateline.persistence.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The frames of a write-ahead log that SQLite would take for valid, one after the other (<a
 * href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log">file format</a>): each holds a
 * page, has the salt of the log's header, and a checksum over all before it.
 */
final class LogFrames implements AutoCloseable {

  static final int HEADER_BYTES = 32;
  static final int FRAME_HEADER_BYTES = 24;

  private static final int MAGIC = 0x377f0682;
  private static final int SALT = 16;

  private final InputStream in;
  private final boolean readable;
  private ByteOrder words = ByteOrder.BIG_ENDIAN;
  private long salt;
  private int sum0;
  private int sum1;
  private ByteBuffer frame = ByteBuffer.allocate(0);

  /**
   * @param in the log from its beginning; closed with this
   */
  LogFrames(InputStream in) throws IOException {
    this.in = in;
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_BYTES));
    this.readable = header.limit() == HEADER_BYTES && begin(header);
  }

  /** Whether a log begins with this number. */
  static boolean isMagic(int number) {
    return (number & ~1) == MAGIC;
  }

  private boolean begin(ByteBuffer header) {
    int pageSize = header.getInt(8);
    if (!isMagic(header.getInt(0)) || Integer.bitCount(pageSize) != 1 || pageSize < 512) {
      return false;
    }
    words = (header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    salt = header.getLong(SALT);
    sum(header, 0, HEADER_BYTES - 8);
    frame = ByteBuffer.allocate(FRAME_HEADER_BYTES + pageSize);
    return sum0 == header.getInt(24) && sum1 == header.getInt(28);
  }

  /** Goes on to the next frame; false after the last one that is valid. */
  boolean next() throws IOException {
    if (!readable || in.readNBytes(frame.array(), 0, frame.capacity()) < frame.capacity()) {
      return false;
    }
    sum(frame, 0, 8);
    sum(frame, FRAME_HEADER_BYTES, frame.capacity());
    return frame.getLong(8) == salt && frame.getInt(16) == sum0 && frame.getInt(20) == sum1;
  }

  /** What the frame's page says, if it is the first. */
  Optional<FirstPage> firstPage() {
    return frame.getInt(0) == 1
        ? Optional.of(FirstPage.in(frame, FRAME_HEADER_BYTES))
        : Optional.empty();
  }

  /** Whether the frame ends a transaction. */
  boolean commits() {
    return frame.getInt(4) != 0;
  }

  private void sum(ByteBuffer bytes, int from, int to) {
    ByteBuffer ordered = bytes.duplicate().order(words);
    for (int i = from; i < to; i += 8) {
      sum0 += ordered.getInt(i) + sum1;
      sum1 += ordered.getInt(i + 4) + sum0;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
