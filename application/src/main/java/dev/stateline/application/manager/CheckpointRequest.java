package dev.stateline.application.manager;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;

/** A checkpoint that is to be written together with its turn. */
public record CheckpointRequest(CheckpointName name, CheckpointKind kind) {

  public CheckpointRequest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
  }

  /** The automatic checkpoint of a turn. */
  public static CheckpointRequest automatic(TurnNumber turn) {
    return new CheckpointRequest(CheckpointName.automatic(turn), CheckpointKind.AUTOMATIC);
  }
}
