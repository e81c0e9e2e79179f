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
          () -> new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true).setContentSize(true));
  private final Pool<ZstdDecompressCtx> decompressing = new Pool<>(ZstdDecompressCtx::new);

  byte[] compress(byte[] plain) {
    return compressing.with(context -> context.compress(plain));
  }

  /**
   * @param size no more is ever unpacked
   * @throws RuntimeException if it is no frame, or not one of this size
   */
  byte[] decompress(byte[] frame, int size) {
    if (frame.length == 0 || Zstd.getFrameContentSize(frame) != size) {
      throw new IllegalArgumentException("the frame is not of the size that the row says");
    }
    return decompressing.with(context -> context.decompress(frame, size));
  }

  /**
   * As {@link #decompress}, of what is known to have no more than so many bytes.
   *
   * @throws RuntimeException if it is no frame, or one of more bytes
   */
  byte[] decompressAtMost(byte[] frame, int size) {
    long content = frame.length == 0 ? -1 : Zstd.getFrameContentSize(frame);
    if (content < 0 || content > size) {
      throw new IllegalArgumentException("the frame is not of a size that the row allows");
    }
    return decompress(frame, (int) content);
  }

  @Override
  public void close() {
    compressing.close();
    decompressing.close();
  }
}
