package dev.stateline.persistence.sql;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.spi.PersistenceSettings;

/**
 * How a document's canonical bytes become a payload and back. Every row names its encoding, so that
 * old rows stay readable whatever is written today. Thread-safe.
 */
final class PayloadEncoding {

  /** Canonical bytes as they are. */
  static final String PLAIN = "plain";

  /** One zstd frame with content size and checksum: without one, 3 in 10 bit flips go unseen. */
  static final String ZSTD = "zstd";

  /** Level 1 misses most matches above 100 KB; levels above 3 cost more than they save. */
  private static final int LEVEL = 3;

  /** Below this size a frame's own bytes eat up what it saves. */
  private static final int WORTH_COMPRESSING = 128;

  /** An encoded document. */
  record Encoded(String encoding, Payload payload, int documentSize) {}

  private final boolean compress;
  private final boolean project;

  PayloadEncoding(PersistenceSettings settings) {
    this.compress = settings.compressStates();
    this.project = settings.queryable();
  }

  Encoded encode(Document document) {
    byte[] plain = document.bytes();
    Projection projection = project ? Projection.of(plain) : null;
    if (compress && plain.length >= WORTH_COMPRESSING) {
      byte[] frame = compress(plain);
      if (frame.length < plain.length) {
        return new Encoded(ZSTD, new Payload(frame, projection), plain.length);
      }
    }
    return new Encoded(PLAIN, new Payload(plain, projection), plain.length);
  }

  /**
   * @param documentSize the canonical size that the row names; no more than that is ever unpacked
   * @throws DamagedColumnException if the payload is not what {@link #encode} made
   */
  static Document decode(String encoding, Payload payload, int documentSize, String column)
      throws DamagedColumnException {
    if (payload == null) {
      throw new DamagedColumnException(column, "the payload is missing");
    }
    byte[] plain =
        switch (encoding) {
          case PLAIN -> payload.bytes();
          case ZSTD -> decompress(payload.bytes(), documentSize, column);
          default ->
              throw new DamagedColumnException(
                  column, "it is stored in the unknown encoding '" + encoding + "'");
        };
    if (plain.length != documentSize || plain.length == 0) {
      throw new DamagedColumnException(
          column, "it has " + plain.length + " bytes where the row says " + documentSize);
    }
    return Document.ofCanonical(plain);
  }

  private static byte[] compress(byte[] plain) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setLevel(LEVEL).setChecksum(true).setContentSize(true);
      return context.compress(plain);
    }
  }

  private static byte[] decompress(byte[] frame, int documentSize, String column)
      throws DamagedColumnException {
    if (Zstd.getFrameContentSize(frame) != documentSize) {
      throw new DamagedColumnException(
          column, "its compressed frame is not of the size that the row says");
    }
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      return context.decompress(frame, documentSize);
    } catch (ZstdException e) {
      throw new DamagedColumnException(
          column, "its compressed frame is damaged (" + e.getMessage() + ")");
    }
  }
}
