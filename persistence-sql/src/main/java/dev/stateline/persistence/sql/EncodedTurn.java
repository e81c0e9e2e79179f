package dev.stateline.persistence.sql;

import dev.stateline.domain.turn.Turn;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** A turn with its documents encoded: compressing takes longer than the inserts. */
record EncodedTurn(
    Turn turn, PayloadEncoding.Encoded document, Optional<TransitionRow> transition) {

  static EncodedTurn of(Turn turn, SqlStates states) {
    return new EncodedTurn(
        turn,
        states.encode(turn.state().document()),
        turn.transition()
            .map(
                t -> TransitionRow.of(t, states.encode(t.actions()), states.encode(t.outcomes()))));
  }

  void insert(SqlSession session, SqlStates states) {
    states.insert(session, turn.state(), document);
    transition.ifPresent(session.getMapper(TurnMapper.class)::insertTransition);
  }

  /** The bytes of its payloads as they are stored. */
  long storedBytes() {
    return document.payload().size()
        + transition
            .map(t -> (long) t.actionsPayload().size() + t.outcomesPayload().size())
            .orElse(0L);
  }
}
