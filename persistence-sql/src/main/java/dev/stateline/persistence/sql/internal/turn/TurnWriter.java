package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.internal.payload.EncodedDocument;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Encodes turns and inserts them. Thread-safe. */
public final class TurnWriter {

  private final Payloads payloads;
  private final Bases bases;

  public TurnWriter(Payloads payloads, TurnReader reader) {
    this.payloads = payloads;
    this.bases = new Bases(reader);
  }

  /**
   * The turn with its documents encoded. Where what its state is a delta to is not remembered, it
   * is read.
   *
   * @param previous the state that it follows, which is stored; empty at turn 0
   */
  public TurnRow encode(Turn turn, Optional<StateRef> previous) {
    State state = turn.state();
    Document document = state.document();
    if (!payloads.useDeltas()) {
      return row(turn, payloads.encode(document), Optional.empty());
    }
    int number = state.turn().value();
    Trail trail = previous.map(p -> bases.before(p, number)).orElse(Trail.EMPTY);
    Optional<Trail.Point> base =
        BaseTurns.isKeyframe(number) ? Optional.empty() : trail.at(BaseTurns.of(number));
    EncodedDocument encoded = payloads.encode(document, base.map(Trail.Point::document));
    bases.follow(trail, state, document);
    return row(turn, encoded, base.map(Trail.Point::ref));
  }

  private TurnRow row(Turn turn, EncodedDocument document, Optional<StateRef> base) {
    return TurnRow.of(
        turn,
        document,
        base,
        turn.transition().map(t -> payloads.encode(t.actions())).orElse(null),
        turn.transition().map(t -> payloads.encode(t.outcomes())).orElse(null));
  }

  /** What follows this state is written: nothing else is likely to follow it. */
  public void passed(StateRef state) {
    bases.forget(state);
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
