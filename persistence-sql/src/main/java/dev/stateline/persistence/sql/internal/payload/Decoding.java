package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Reason;
import java.util.List;
import java.util.Optional;

/** Makes documents of what stands in rows, whatever their hash is. For one thread at a time. */
final class Decoding {

  private final Frames frames;
  private final Workbench bench;
  private final MadeBases bases;

  Decoding(Frames frames, Workbench bench, MadeBases bases) {
    this.frames = frames;
    this.bench = bench;
    this.bases = bases;
  }

  /**
   * A document.
   *
   * @param chain the document, then what each is a delta to
   * @param base what the last of them is a delta to, if it is one
   * @throws DamagedColumnException if it, or one of the others, does not decode
   */
  Content content(List<StoredDocument> chain, Optional<Document> base)
      throws DamagedColumnException {
    base.ifPresent(bench::put);
    StoredDocument wanted = chain.get(0);
    boolean isBased = base.isPresent();
    for (int i = chain.size() - 1; i > 0; i--) {
      try {
        isBased = make(chain.get(i), isBased, false);
      } catch (DamagedColumnException e) {
        throw damagedBase(wanted, chain.get(i));
      }
      if (isBased) {
        bases.made(chain.get(i), bench::document);
      }
    }
    return made(wanted, isBased);
  }

  /** What is wrong with the base, {@code verify} says of the base. */
  static DamagedColumnException damagedBase(StoredDocument wanted, StoredDocument base) {
    return new DamagedColumnException(
        wanted.column(),
        "it is stored as a difference to turn " + base.turn() + ", whose state is damaged");
  }

  private Content made(StoredDocument stored, boolean isBased) throws DamagedColumnException {
    return make(stored, isBased, true)
        ? Content.of(bench.document())
        : Content.pruned(stored.hash());
  }

  /**
   * Makes a document on the bench.
   *
   * @param isBased whether what it may be a delta to is there
   * @param isLast whether it is the one that is wanted
   * @return false if it was pruned
   */
  private boolean make(StoredDocument stored, boolean isBased, boolean isLast)
      throws DamagedColumnException {
    Encoding encoding = encoding(stored);
    if (encoding == Encoding.PRUNED) {
      requireNothing(stored);
      return false;
    }
    if (stored.payload() == null) {
      throw new DamagedColumnException(stored.column(), "the payload is missing");
    }
    if (encoding.isDelta()) {
      apply(stored, isBased, isLast, unframedDelta(stored, encoding));
    } else if (encoding.isFrame()) {
      unframe(stored);
    } else {
      requireSize(stored, stored.payload().size());
      System.arraycopy(stored.payload().bytes(), 0, bench.next(stored.size()), 0, stored.size());
    }
    bench.finish(stored.size());
    return true;
  }

  private static Encoding encoding(StoredDocument stored) throws DamagedColumnException {
    if (stored.encoding() == null || stored.size() == null || stored.hash() == null) {
      throw new DamagedColumnException(
          stored.column(), "the row does not say encoding, size and hash of it");
    }
    return Encoding.of(stored.encoding())
        .orElseThrow(
            () ->
                new DamagedColumnException(
                    stored.column(), "it is stored in the unknown encoding " + stored.encoding()));
  }

  private static void requireNothing(StoredDocument stored) throws DamagedColumnException {
    if (stored.payload() != null) {
      throw new DamagedColumnException(
          stored.column(), "there is a payload where the row says that it was pruned");
    }
  }

  private static void requireSize(StoredDocument stored, long bytes) throws DamagedColumnException {
    if (bytes != stored.size() || bytes == 0) {
      throw new DamagedColumnException(
          stored.column(), "it has " + bytes + " bytes where the row says " + stored.size());
    }
  }

  private void apply(StoredDocument stored, boolean isBased, boolean isLast, byte[] delta)
      throws DamagedColumnException {
    if (!isBased) {
      throw new DamagedColumnException(
          stored.column(),
          "there is no state at the turn that it is stored as a difference to, or base_segment and"
              + " base_turn were changed");
    }
    // Before room is made for it: what says the size may be damaged too.
    requireSize(stored, Delta.sizeMade(delta, stored.column()));
    if (isLast) {
      bench.assemble(stored.size());
    } else {
      bench.next(stored.size());
    }
    Delta.apply(bench, delta, stored.size(), stored.column());
  }

  /** No more is ever unpacked than the row says. */
  private byte[] unframedDelta(StoredDocument stored, Encoding encoding)
      throws DamagedColumnException {
    byte[] bytes = stored.payload().bytes();
    try {
      return encoding.isFrame() ? frames.decompressAtMost(bytes, stored.size()) : bytes;
    } catch (RuntimeException e) {
      throw damagedFrame(stored, e);
    }
  }

  private void unframe(StoredDocument stored) throws DamagedColumnException {
    byte[] frame = stored.payload().bytes();
    try {
      frames.requireSize(frame, stored.size());
      frames.decompress(frame, bench.next(stored.size()), stored.size());
    } catch (RuntimeException e) {
      throw damagedFrame(stored, e);
    }
  }

  private static DamagedColumnException damagedFrame(StoredDocument stored, RuntimeException e) {
    return new DamagedColumnException(
        stored.column(), "its compressed frame is damaged (" + Reason.of(e) + ")");
  }
}
