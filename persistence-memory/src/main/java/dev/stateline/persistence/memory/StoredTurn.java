package dev.stateline.persistence.memory;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One turn as it is kept.
 *
 * @param transition empty for turn 0
 * @param provenanceHash the hash of the state's provenance
 */
record StoredTurn(State state, Optional<Transition> transition, Sha256 provenanceHash) {

  private static final String ENCODING = "plain";

  static StoredTurn initial(State state) {
    return new StoredTurn(state, Optional.empty(), state.provenance().hash());
  }

  static StoredTurn of(Turn turn) {
    return new StoredTurn(
        turn.state(),
        turn.transition().map(StoredTurn::inWholeMilliseconds),
        turn.state().provenance().hash());
  }

  Turn toTurn() {
    return new Turn(state, transition);
  }

  private static Transition inWholeMilliseconds(Transition t) {
    return new Transition(
        t.actionsContent(),
        t.outcomesContent(),
        t.processingTime().truncatedTo(ChronoUnit.MILLIS),
        t.createdAt());
  }

  /** The bytes of its documents. */
  long size() {
    return toTurn().documentBytes();
  }

  TurnRecord describe() {
    int size = state.content().document().map(Document::size).orElse(0);
    return TurnRecord.of(toTurn()).stored(ENCODING, size, size).build();
  }

  AuditedTurn audit() {
    return new AuditedTurn(
        state.turn(),
        true,
        state.simulatedTime(),
        Optional.of(state.content()),
        Optional.of(state.stateHash()),
        Optional.of(state.chainHash().value()),
        Optional.of(provenanceHash),
        transition.map(StoredTurn::audit),
        List.of());
  }

  private static AuditedTurn.AuditedTransition audit(Transition transition) {
    return new AuditedTurn.AuditedTransition(
        Optional.of(transition.actionsContent()),
        Optional.of(transition.outcomesContent()),
        Optional.of(transition.actionsContent().hash()),
        Optional.of(transition.outcomesContent().hash()));
  }
}
