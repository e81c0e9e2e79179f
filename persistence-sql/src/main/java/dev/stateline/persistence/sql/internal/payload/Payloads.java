package dev.stateline.persistence.sql.internal.payload;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.Reason;

/**
 * The one place where documents become payloads and payloads become documents, for readers and
 * writers: rows do not decode themselves. It knows encodings, and tells a document that is absent
 * for a reason from one that is damaged. Thread-safe.
 */
public final class Payloads {

  /** Level 1 misses most matches above 100 KB; levels above 3 cost more than they save. */
  private static final int LEVEL = 3;

  /** Below this size a frame's own bytes eat up what it saves. */
  private static final int WORTH_COMPRESSING = 128;

  private final boolean compress;
  private final boolean project;

  public Payloads(PersistenceSettings settings) {
    this.compress = settings.compressStates();
    this.project = settings.queryable();
  }

  /** A document, encoded as the settings want it. */
  public EncodedDocument encode(Document document) {
    byte[] plain = document.bytes();
    Projection projection = project ? Projection.of(plain) : null;
    if (compress && plain.length >= WORTH_COMPRESSING) {
      byte[] frame = compressed(plain);
      if (frame.length < plain.length) {
        return encoded(document, Encoding.ZSTD, new Payload(frame, projection));
      }
    }
    return encoded(document, Encoding.PLAIN, new Payload(plain, projection));
  }

  private static EncodedDocument encoded(Document document, Encoding encoding, Payload payload) {
    return new EncodedDocument(encoding, document.size(), document.hash(), payload);
  }

  /**
   * What a row says of a document; its hash has been checked.
   *
   * @throws DamagedColumnException if the payload is not what {@link #encode} made, or has another
   *     hash
   */
  public Content content(StoredDocument stored) throws DamagedColumnException {
    Content content = decoded(stored);
    if (!content.hash().equals(stored.hash())) {
      throw new DamagedColumnException(
          stored.column(), "the stored document does not have the hash that its row says");
    }
    return content;
  }

  /**
   * As {@link #content}, but whatever the hash of the document is: verification says which of the
   * two was changed.
   *
   * @throws DamagedColumnException if the payload does not decode
   */
  public Content decoded(StoredDocument stored) throws DamagedColumnException {
    if (stored.encoding() == null || stored.size() == null || stored.hash() == null) {
      throw new DamagedColumnException(
          stored.column(), "the row does not say encoding, size and hash of it");
    }
    Encoding encoding =
        Encoding.of(stored.encoding())
            .orElseThrow(
                () ->
                    new DamagedColumnException(
                        stored.column(),
                        "it is stored in the unknown encoding " + stored.encoding()));
    if (encoding == Encoding.PRUNED) {
      return pruned(stored);
    }
    if (stored.payload() == null) {
      throw new DamagedColumnException(stored.column(), "the payload is missing");
    }
    byte[] plain = encoding == Encoding.ZSTD ? decompressed(stored) : stored.payload().bytes();
    if (plain.length != stored.size() || plain.length == 0) {
      throw new DamagedColumnException(
          stored.column(), "it has " + plain.length + " bytes where the row says " + stored.size());
    }
    return Content.of(Document.ofTrusted(plain));
  }

  private static Content pruned(StoredDocument stored) throws DamagedColumnException {
    if (stored.payload() != null) {
      throw new DamagedColumnException(
          stored.column(), "there is a payload where the row says that it was pruned");
    }
    return Content.pruned(stored.hash());
  }

  private static byte[] compressed(byte[] plain) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setLevel(LEVEL).setChecksum(true).setContentSize(true);
      return context.compress(plain);
    }
  }

  /** No more is ever unpacked than the row says. */
  private static byte[] decompressed(StoredDocument stored) throws DamagedColumnException {
    byte[] frame = stored.payload().bytes();
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      if (frame.length == 0 || Zstd.getFrameContentSize(frame) != stored.size()) {
        throw new DamagedColumnException(
            stored.column(), "its compressed frame is not of the size that the row says");
      }
      return context.decompress(frame, stored.size());
    } catch (RuntimeException e) {
      throw new DamagedColumnException(
          stored.column(), "its compressed frame is damaged (" + Reason.of(e) + ")");
    }
  }
}
