package dev.stateline.application.workspace;

import dev.stateline.domain.checkpoint.Checkpoint;
import java.util.List;
import java.util.Locale;

/** The members of a checkpoint that front ends give out. */
public final class CheckpointFields {

  public static final List<Field<Checkpoint>> ALL =
      List.of(
          new Field<>("name", c -> c.name()),
          new Field<>("turn_number", c -> c.state().turn().value()),
          new Field<>("kind", c -> c.kind().name().toLowerCase(Locale.ROOT)),
          new Field<>("created_at", c -> c.createdAt()),
          new Field<>("id", c -> c.id()),
          new Field<>("simulation_id", c -> c.simulation()),
          new Field<>("state_id", c -> c.state().id()),
          new Field<>("metadata", c -> c.metadata()));

  private CheckpointFields() {}
}
