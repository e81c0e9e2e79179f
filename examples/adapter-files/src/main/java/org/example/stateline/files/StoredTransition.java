package org.example.stateline.files;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.Transition;
import java.time.Duration;
import java.time.Instant;

/** A transition as the index keeps it: all but the bytes of its documents. */
record StoredTransition(
    StoredDocument actions, StoredDocument outcomes, Duration processingTime, Instant createdAt) {

  static void write(RecordWriter out, Transition transition) {
    out.document(transition.actions())
        .document(transition.outcomes())
        .number(transition.processingTime().toMillis())
        .moment(transition.createdAt());
  }

  static StoredTransition read(RecordReader in) {
    return new StoredTransition(
        in.document(), in.document(), Duration.ofMillis(in.number()), in.moment());
  }

  Sha256 hash() {
    return Transition.hash(actions.hash(), outcomes.hash());
  }

  Transition with(Document loadedActions, Document loadedOutcomes) {
    return Transition.of(loadedActions, loadedOutcomes, processingTime, createdAt);
  }
}
