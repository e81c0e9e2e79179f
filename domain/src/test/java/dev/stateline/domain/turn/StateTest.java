package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

  private static State ofVersion(int version) {
    return new State(
        new StateId(new UUID(0, 1)),
        new SimulationId(new UUID(0, 2)),
        new SegmentId(new UUID(0, 3)),
        TurnNumber.ZERO,
        Optional.empty(),
        Document.EMPTY_OBJECT,
        version,
        ChainHash.initial(Optional.empty(), Document.EMPTY_OBJECT.hash()),
        new Provenance("engine", "1", Document.EMPTY_OBJECT.hash(), 7),
        Instant.EPOCH);
  }

  @Test
  void its_version_is_1_or_more() {
    assertThat(ofVersion(1).stateVersion()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_version_below_1_is_refused(int version) {
    assertThatThrownBy(() -> ofVersion(version))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 or more, not " + version);
  }
}
