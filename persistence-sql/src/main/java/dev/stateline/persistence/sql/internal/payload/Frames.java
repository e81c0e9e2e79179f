package dev.stateline.persistence.sql.internal.payload;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;

/**
 * Compresses to zstd frames with content size and checksum, and back. To make a context costs more
 * than to use it, so contexts are kept for the next one who needs one. Thread-safe.
 */
final class Frames implements AutoCloseable {

  /** Level 1 misses most matches above 100 KB; levels above 3 cost more than they save. */
  private static final int LEVEL = 3;

  private final Pool<ZstdCompressCtx> compressing =
      new Pool<>(
          () -> new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true).setContentSize(true),
          context -> {});
  private final Pool<ZstdDecompressCtx> decompressing =
      new Pool<>(ZstdDecompressCtx::new, context -> {});

  byte[] compress(byte[] plain) {
    try (Pool<ZstdCompressCtx>.Loan context = compressing.borrow()) {
      return context.get().compress(plain);
    }
  }

  /**
   * @throws RuntimeException if it is no frame, or not one of this size
   */
  void requireSize(byte[] frame, int size) {
    if (frame.length == 0 || Zstd.getFrameContentSize(frame) != size) {
      throw new IllegalArgumentException("the frame is not of the size that the row says");
    }
  }

  /**
   * @param target where it is put, from the beginning; has room for {@code size} bytes
   * @param size of what is in the frame
   * @throws RuntimeException if the frame is damaged
   */
  void decompress(byte[] frame, byte[] target, int size) {
    try (Pool<ZstdDecompressCtx>.Loan context = decompressing.borrow()) {
      int made = context.get().decompressByteArray(target, 0, size, frame, 0, frame.length);
      if (made != size) {
        throw new IllegalArgumentException("it has " + made + " bytes instead of " + size);
      }
    }
  }

  /**
   * What is in a frame.
   *
   * @param size no more is ever unpacked
   * @throws RuntimeException if it is no frame, or one of more bytes
   */
  byte[] decompressAtMost(byte[] frame, int size) {
    long content = frame.length == 0 ? -1 : Zstd.getFrameContentSize(frame);
    if (content < 0 || content > size) {
      throw new IllegalArgumentException("the frame is not of a size that the row allows");
    }
    try (Pool<ZstdDecompressCtx>.Loan context = decompressing.borrow()) {
      return context.get().decompress(frame, (int) content);
    }
  }

  @Override
  public void close() {
    compressing.close();
    decompressing.close();
  }
}
