package dev.stateline.benchmarks.store;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.benchmarks.workload.WorkTurn;
import java.io.IOException;

/**
 * A turn as one object, for those that store one object a turn.
 *
 * @param actions as JSON
 * @param outcomes as JSON
 */
record TurnText(Object state, @JsonRawValue String actions, @JsonRawValue String outcomes) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static TurnText of(WorkTurn<?> turn) {
    return new TurnText(turn.state(), StateText.actions(turn), StateText.outcomes(turn));
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The state's part of a turn's JSON. */
  static String stateOf(byte[] json) {
    try {
      return MAPPER.readTree(json).get("state").toString();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
