package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Projection;
import java.util.List;
import java.util.Optional;

/**
 * The one place where documents become payloads and payloads become documents, for readers and
 * writers: rows do not decode themselves. It knows encodings, and tells a document that is absent
 * for a reason from one that is damaged. Thread-safe.
 */
public final class Payloads implements AutoCloseable {

  /** Below this size a frame's own bytes eat up what it saves. */
  private static final int WORTH_COMPRESSING = 128;

  /** A delta of more than this part of the document is not looked for to its end. */
  private static final int MOST_OF_IT = 2;

  /** A delta of less than this part of the document is smaller than any frame of the whole. */
  private static final int SURELY_LESS = 16;

  private final boolean compress;
  private final boolean project;
  private final Frames frames = new Frames();
  private final Pool<Workbench> benches = new Pool<>(Workbench::new, Workbench::clear);

  public Payloads(PersistenceSettings settings) {
    this.compress = settings.compressStates();
    this.project = settings.queryable();
  }

  /** Whether a document may be stored as its difference to another one. */
  public boolean useDeltas() {
    return compress;
  }

  /** A document, encoded as the settings want it. */
  public EncodedDocument encode(Document document) {
    return encode(document, Optional.empty());
  }

  /**
   * A document, as a delta if that is the least to store.
   *
   * @param base what it is likely to differ little from; empty for a whole document
   */
  public EncodedDocument encode(Document document, Optional<Document> base) {
    byte[] plain = document.bytes();
    Projection projection = project ? Projection.of(plain) : null;
    Encoded best = base.isEmpty() ? whole(plain) : smallest(plain, base.get());
    return new EncodedDocument(
        best.encoding, document.size(), document.hash(), new Payload(best.bytes, projection));
  }

  private record Encoded(Encoding encoding, byte[] bytes) {}

  private Encoded smallest(byte[] plain, Document base) {
    Optional<Encoded> delta =
        Delta.between(base.bytes(), plain, plain.length / MOST_OF_IT)
            .map(bytes -> framed(bytes, Encoding.DELTA, Encoding.ZSTD_DELTA));
    if (delta.isPresent() && delta.get().bytes.length < plain.length / SURELY_LESS) {
      return delta.get();
    }
    Encoded whole = whole(plain);
    return delta.filter(d -> d.bytes.length < whole.bytes.length).orElse(whole);
  }

  private Encoded whole(byte[] plain) {
    return framed(plain, Encoding.PLAIN, Encoding.ZSTD);
  }

  private Encoded framed(byte[] bytes, Encoding asItIs, Encoding inFrame) {
    if (compress && bytes.length >= WORTH_COMPRESSING) {
      byte[] frame = frames.compress(bytes);
      if (frame.length < bytes.length) {
        return new Encoded(inFrame, frame);
      }
    }
    return new Encoded(asItIs, bytes);
  }

  /**
   * What a row says of a document; its hash has been checked.
   *
   * @throws DamagedColumnException if the payload is not what {@link #encode} made, or has another
   *     hash
   */
  public Content content(StoredDocument stored) throws DamagedColumnException {
    return content(List.of(stored));
  }

  /**
   * As {@link #content(StoredDocument)}, of a document that may be a delta.
   *
   * @param chain the document, then what each is a delta to, up to a whole one
   */
  public Content content(List<StoredDocument> chain) throws DamagedColumnException {
    return content(chain, Optional.empty(), MadeBases.IGNORED);
  }

  /**
   * As {@link #content(List)}, of a chain whose end is known.
   *
   * @param base what the last of the chain is a delta to; empty if it is a whole document
   * @param bases are shown what the document is made of
   */
  public Content content(List<StoredDocument> chain, Optional<Document> base, MadeBases bases)
      throws DamagedColumnException {
    Content content = decoded(chain, base, bases);
    requireHash(content, chain.get(0));
    return content;
  }

  /**
   * @throws DamagedColumnException if a document has another hash than its row says
   */
  public static void requireHash(Content content, StoredDocument stored)
      throws DamagedColumnException {
    if (!content.hash().equals(stored.hash())) {
      throw new DamagedColumnException(
          stored.column(), "the stored document does not have the hash that its row says");
    }
  }

  /**
   * As {@link #content(List)}, but whatever the hash of the document is: verification says which of
   * the two was changed. If it is wrong because one of its bases is, that is told.
   *
   * @throws DamagedColumnException if it does not decode, or because of a damaged base
   */
  public Content decoded(List<StoredDocument> chain) throws DamagedColumnException {
    return decoded(chain, Optional.empty(), MadeBases.IGNORED);
  }

  private Content decoded(List<StoredDocument> chain, Optional<Document> base, MadeBases bases)
      throws DamagedColumnException {
    Content content = made(chain, base, bases);
    if (!content.hash().equals(chain.get(0).hash())) {
      requireBases(chain, base);
    }
    return content;
  }

  private void requireBases(List<StoredDocument> chain, Optional<Document> base)
      throws DamagedColumnException {
    for (int i = chain.size() - 1; i > 0; i--) {
      List<StoredDocument> rest = chain.subList(i, chain.size());
      if (!made(rest, base, MadeBases.IGNORED).hash().equals(rest.get(0).hash())) {
        throw Decoding.damagedBase(chain.get(0), rest.get(0));
      }
    }
  }

  /**
   * A document that may be a delta to one that is known, whatever its hash is.
   *
   * @param base empty if it is no delta
   * @throws DamagedColumnException if the payload does not decode
   */
  public Content decoded(StoredDocument stored, Optional<Document> base)
      throws DamagedColumnException {
    return made(List.of(stored), base, MadeBases.IGNORED);
  }

  private Content made(List<StoredDocument> chain, Optional<Document> base, MadeBases bases)
      throws DamagedColumnException {
    try (Pool<Workbench>.Loan bench = benches.borrow()) {
      return new Decoding(frames, bench.get(), bases).content(chain, base);
    }
  }

  /** Gives back what compression holds outside of the heap. */
  @Override
  public void close() {
    frames.close();
    benches.close();
  }
}
