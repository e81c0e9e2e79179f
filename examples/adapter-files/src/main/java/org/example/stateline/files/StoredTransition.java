package org.example.stateline.files;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TransitionId;
import java.time.Duration;
import java.time.Instant;

/** A transition as the index keeps it: all but the bytes of its documents. */
record StoredTransition(
    TransitionId id,
    StateId from,
    StoredDocument actions,
    StoredDocument outcomes,
    Duration processingTime,
    Instant createdAt) {

  static void write(RecordWriter out, Transition transition) {
    out.id(transition.id().value())
        .id(transition.from().value())
        .document(transition.actions())
        .document(transition.outcomes())
        .number(transition.processingTime().toMillis())
        .moment(transition.createdAt());
  }

  static StoredTransition read(RecordReader in) {
    return new StoredTransition(
        new TransitionId(in.id()),
        new StateId(in.id()),
        in.document(),
        in.document(),
        Duration.ofMillis(in.number()),
        in.moment());
  }

  Sha256 hash() {
    return Transition.hash(actions.hash(), outcomes.hash());
  }

  Transition with(StoredTurn turn, Document loadedActions, Document loadedOutcomes) {
    return new Transition(
        id,
        turn.simulation(),
        from,
        turn.id(),
        loadedActions,
        loadedOutcomes,
        processingTime,
        createdAt);
  }
}
