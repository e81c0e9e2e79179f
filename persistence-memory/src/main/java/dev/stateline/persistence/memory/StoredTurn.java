package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TurnCommit;
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

  static StoredTurn of(TurnCommit commit) {
    State state = commit.state();
    return new StoredTurn(
        state, Optional.of(inWholeMilliseconds(commit.transition())), state.provenance().hash());
  }

  static StoredTurn of(Turn turn) {
    return new StoredTurn(turn.state(), turn.transition(), turn.state().provenance().hash());
  }

  Turn toTurn() {
    return new Turn(state, transition);
  }

  private static Transition inWholeMilliseconds(Transition t) {
    return new Transition(
        t.id(),
        t.simulation(),
        t.from(),
        t.to(),
        t.actions(),
        t.outcomes(),
        t.processingTime().truncatedTo(ChronoUnit.MILLIS),
        t.createdAt());
  }

  /** The bytes of its documents. */
  long size() {
    return toTurn().documentBytes();
  }

  TurnRecord describe() {
    return new TurnRecord(
        state.simulation(),
        state.segment(),
        state.id(),
        state.turn(),
        state.simulatedTime(),
        state.document().hash(),
        state.chainHash(),
        provenanceHash,
        state.stateVersion(),
        ENCODING,
        state.document().size(),
        state.document().size(),
        transition.map(Transition::hash),
        transition.map(Transition::processingTime),
        state.createdAt());
  }

  AuditedTurn audit() {
    return new AuditedTurn(
        state.turn(),
        Optional.of(state.id()),
        state.simulatedTime(),
        Optional.of(state.document()),
        Optional.of(state.document().hash()),
        Optional.of(state.chainHash().value()),
        Optional.of(provenanceHash),
        transition.map(StoredTurn::audit),
        List.of());
  }

  private static AuditedTurn.AuditedTransition audit(Transition transition) {
    return new AuditedTurn.AuditedTransition(
        Optional.of(transition.from()),
        Optional.of(transition.actions()),
        Optional.of(transition.outcomes()),
        Optional.of(transition.actions().hash()),
        Optional.of(transition.outcomes().hash()),
        Optional.of(transition.hash()));
  }
}
