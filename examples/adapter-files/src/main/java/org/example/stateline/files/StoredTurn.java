package org.example.stateline.files;

import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Transition;
import java.time.Instant;
import java.util.Optional;

/**
 * A turn as the index keeps it: all but the bytes of its documents.
 *
 * @param transition empty for turn 0
 */
record StoredTurn(
    StateId id,
    SimulationId simulation,
    SegmentId segment,
    TurnNumber turn,
    Optional<SimulatedTime> simulatedTime,
    StoredDocument document,
    int stateVersion,
    ChainHash chainHash,
    Provenance provenance,
    Instant createdAt,
    Optional<StoredTransition> transition) {

  static void write(RecordWriter out, State state, Optional<Transition> transition) {
    out.id(state.simulation().value())
        .id(state.id().value())
        .id(state.segment().value())
        .number(state.turn().value())
        .optional(state.simulatedTime(), time -> out.moment(time.instant()))
        .document(state.document())
        .number(state.stateVersion())
        .hash(state.chainHash().value())
        .text(state.provenance().engineName())
        .text(state.provenance().engineVersion())
        .hash(state.provenance().configurationHash())
        .number(state.provenance().seed())
        .moment(state.createdAt())
        .optional(transition, t -> StoredTransition.write(out, t));
  }

  static StoredTurn read(RecordReader in) {
    SimulationId simulation = new SimulationId(in.id());
    return new StoredTurn(
        new StateId(in.id()),
        simulation,
        new SegmentId(in.id()),
        new TurnNumber((int) in.number()),
        in.optional(() -> new SimulatedTime(in.moment())),
        in.document(),
        (int) in.number(),
        new ChainHash(in.hash()),
        new Provenance(in.text(), in.text(), in.hash(), in.number()),
        in.moment(),
        in.optional(() -> StoredTransition.read(in)));
  }

  State with(Document loaded) {
    return new State(
        id,
        simulation,
        segment,
        turn,
        simulatedTime,
        loaded,
        stateVersion,
        chainHash,
        provenance,
        createdAt);
  }

  TurnRecord describe() {
    return new TurnRecord(
        simulation,
        segment,
        id,
        turn,
        simulatedTime,
        document.hash(),
        chainHash,
        provenance.hash(),
        stateVersion,
        "plain",
        document.length(),
        document.length(),
        transition.map(StoredTransition::hash),
        transition.map(StoredTransition::processingTime),
        createdAt);
  }
}
