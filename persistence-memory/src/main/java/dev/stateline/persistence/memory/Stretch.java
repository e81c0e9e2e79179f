package dev.stateline.persistence.memory;

import dev.stateline.domain.time.TurnRange;
import java.util.Optional;

/** Turns of one segment that belong to a simulation's history. */
record Stretch(SegmentRow segment, TurnRange turns) {

  Optional<Stretch> within(TurnRange range) {
    return turns.intersect(range).map(common -> new Stretch(segment, common));
  }
}
