package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decodes the states of one history, in order: each delta against the state that was decoded for a
 * turn before it, so that none is decoded twice. For one reader.
 */
public final class TurnContents {

  private final Payloads payloads;
  private final Function<TurnRow, List<TurnRow>> chains;
  private Trail trail = Trail.EMPTY;

  /**
   * @param chains reads a turn with what each is a delta to, up to a whole one
   */
  TurnContents(Payloads payloads, Function<TurnRow, List<TurnRow>> chains) {
    this.payloads = payloads;
    this.chains = chains;
  }

  /**
   * The state of a turn; its hash has been checked.
   *
   * @throws DamagedColumnException if it is not the one that was hashed
   */
  Content state(TurnRow row) throws DamagedColumnException {
    Content content = decodedState(row);
    Payloads.requireHash(content, row.storedState());
    return content;
  }

  /**
   * The state of a turn, whatever its hash is.
   *
   * @throws DamagedColumnException if it, or what it is a delta to, does not decode
   */
  public Content decodedState(TurnRow row) throws DamagedColumnException {
    Content content = decoded(row);
    if (content.document().isPresent() && content.hash().equals(row.stateHash())) {
      trail = trail.with(new Trail.Point(row.ref(), content.document().get()));
    }
    return content;
  }

  private Content decoded(TurnRow row) throws DamagedColumnException {
    StoredDocument stored = row.storedState();
    if (!stored.isDelta()) {
      return payloads.decoded(stored, Optional.empty());
    }
    Optional<Document> base = base(row);
    return base.isPresent() ? payloads.decoded(stored, base) : payloads.decoded(chain(row));
  }

  /** The row itself was read: if not all of them can be, it is because of the others. */
  private List<StoredDocument> chain(TurnRow row) throws DamagedColumnException {
    try {
      return TurnRow.chain(chains.apply(row));
    } catch (CorruptDataException e) {
      throw new DamagedColumnException(
          row.storedState().column(),
          "it is stored as a difference to earlier turns, and the row of one is damaged");
    }
  }

  private Optional<Document> base(TurnRow row) {
    if (row.baseTurn() == null) {
      return Optional.empty();
    }
    return trail
        .at(row.baseTurn())
        .filter(point -> point.ref().segment().value().equals(row.baseSegmentId()))
        .map(Trail.Point::document);
  }
}
