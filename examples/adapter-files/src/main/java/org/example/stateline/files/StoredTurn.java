package org.example.stateline.files;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn as the index keeps it: all but the bytes of its documents.
 *
 * @param transition empty for turn 0
 */
record StoredTurn(
    SimulationId simulation,
    StateRef ref,
    Optional<SimulatedTime> simulatedTime,
    StoredDocument document,
    int stateVersion,
    Provenance provenance,
    Instant createdAt,
    Optional<StoredTransition> transition) {

  static void write(RecordWriter out, Turn turn) {
    State state = turn.state();
    out.id(state.simulation().value())
        .state(state.ref())
        .optional(state.simulatedTime(), time -> out.moment(time.instant()))
        .document(state.document())
        .number(state.stateVersion())
        .text(state.provenance().engineName())
        .text(state.provenance().engineVersion())
        .hash(state.provenance().configurationHash())
        .number(state.provenance().seed())
        .moment(state.createdAt())
        .optional(turn.transition(), t -> StoredTransition.write(out, t));
  }

  static StoredTurn read(RecordReader in) {
    return new StoredTurn(
        new SimulationId(in.id()),
        in.state(),
        in.optional(() -> new SimulatedTime(in.moment())),
        in.document(),
        (int) in.number(),
        new Provenance(in.text(), in.text(), in.hash(), in.number()),
        in.moment(),
        in.optional(() -> StoredTransition.read(in)));
  }

  TurnNumber turn() {
    return ref.turn();
  }

  State with(Document loaded) {
    return new State(
        simulation, ref, simulatedTime, Content.of(loaded), stateVersion, provenance, createdAt);
  }

  TurnRecord describe() {
    TurnRecord.Builder record =
        TurnRecord.of(simulation, ref)
            .simulatedTime(simulatedTime)
            .stateHash(document.hash())
            .provenanceHash(provenance.hash())
            .stateVersion(stateVersion)
            .stored("plain", document.length(), document.length())
            .createdAt(createdAt);
    transition.ifPresent(t -> record.transition(t.hash(), t.processingTime()));
    return record.build();
  }
}
