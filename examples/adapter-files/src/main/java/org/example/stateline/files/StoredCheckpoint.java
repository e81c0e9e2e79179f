package org.example.stateline.files;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.turn.StateRef;
import java.time.Instant;

/** A checkpoint as the index keeps it: all but the bytes of its metadata. */
record StoredCheckpoint(
    CheckpointId id,
    SimulationId simulation,
    CheckpointName name,
    CheckpointKind kind,
    StateRef state,
    Instant createdAt,
    StoredDocument metadata) {

  static void write(RecordWriter out, Checkpoint checkpoint) {
    out.id(checkpoint.id().value())
        .id(checkpoint.simulation().value())
        .text(checkpoint.name().value())
        .text(checkpoint.kind().name())
        .state(checkpoint.state())
        .moment(checkpoint.createdAt())
        .document(checkpoint.metadata());
  }

  static StoredCheckpoint read(RecordReader in) {
    return new StoredCheckpoint(
        new CheckpointId(in.id()),
        new SimulationId(in.id()),
        new CheckpointName(in.text()),
        CheckpointKind.valueOf(in.text()),
        in.state(),
        in.moment(),
        in.document());
  }

  Checkpoint with(Document loaded) {
    return new Checkpoint(id, simulation, name, kind, state, createdAt, loaded);
  }
}
