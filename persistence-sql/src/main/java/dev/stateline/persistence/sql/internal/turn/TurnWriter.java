package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import org.apache.ibatis.session.SqlSession;

/** Encodes turns and inserts them. Thread-safe. */
public final class TurnWriter {

  private final Payloads payloads;

  public TurnWriter(Payloads payloads) {
    this.payloads = payloads;
  }

  /** The turn with its documents encoded; needs no connection. */
  public TurnRow encode(Turn turn) {
    return TurnRow.of(
        turn,
        payloads.encode(turn.state().document()),
        turn.transition().map(t -> payloads.encode(t.actions())).orElse(null),
        turn.transition().map(t -> payloads.encode(t.outcomes())).orElse(null));
  }

  /**
   * Inserts a turn; its segment and its provenance are there already.
   *
   * @throws UnavailableException DATABASE_UNUSABLE if the database did not insert it, and said
   *     nothing
   */
  public void insert(SqlSession session, TurnRow row) {
    if (session.getMapper(TurnMapper.class).insert(row) == 0) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNUSABLE,
          "a trigger or rule on the table 'turns' kept turn "
              + row.turnNumber()
              + " from being stored; remove it");
    }
  }

  /** Inserts a provenance, if it is new. */
  public void insert(SqlSession session, Provenance provenance) {
    session.getMapper(TurnMapper.class).insertProvenance(provenance);
  }
}
