package dev.stateline.application.workspace;

import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.util.List;

/** The members of a turn of a history that front ends give out. */
public final class TurnFields {

  private TurnFields() {}

  /**
   * @param origins asked by {@code intervention}, so that turns are to be read in their order
   */
  public static List<Field<TurnRecord>> with(TurnOrigins origins) {
    return List.of(
        new Field<>("turn_number", t -> t.turn().value()),
        new Field<>("timestamp", t -> t.simulatedTime()),
        new Field<>("state_hash", t -> t.stateHash()),
        new Field<>("chain_hash", t -> t.chainHash()),
        new Field<>("transition_hash", t -> t.transitionHash()),
        new Field<>("provenance_hash", t -> t.provenanceHash()),
        new Field<>("state_version", t -> t.stateVersion()),
        new Field<>("encoding", t -> t.encoding()),
        new Field<>("document_size", t -> t.documentSize()),
        new Field<>("stored_size", t -> t.storedSize()),
        new Field<>("processing_time_ms", t -> t.processingTime().map(Duration::toMillis)),
        new Field<>("created_at", t -> t.createdAt()),
        new Field<>("state_id", t -> t.state().id()),
        new Field<>("segment_id", t -> t.segment()),
        new Field<>("simulation_id", t -> t.simulation()),
        new Field<>("intervention", origins::isChanged));
  }
}
