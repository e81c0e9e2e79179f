package dev.stateline.persistence.sql.internal.turn;

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

  /** Inserts a turn; its segment and its provenance are there already. */
  public void insert(SqlSession session, TurnRow row) {
    session.getMapper(TurnMapper.class).insert(row);
  }

  /** Inserts a provenance, if it is new. */
  public void insert(SqlSession session, Provenance provenance) {
    session.getMapper(TurnMapper.class).insertProvenance(provenance);
  }
}
