package dev.stateline.persistence.sql.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BaseTurnsTest {

  private static int rowsToRead(int turn) {
    return BaseTurns.isKeyframe(turn) ? 1 : 1 + rowsToRead(BaseTurns.of(turn));
  }

  @Test
  void a_base_is_the_lowest_digit_put_down_by_one() {
    assertThat(BaseTurns.of(1)).isZero();
    assertThat(BaseTurns.of(13)).isEqualTo(12);
    assertThat(BaseTurns.of(12)).isEqualTo(8);
    assertThat(BaseTurns.of(16)).isZero();
    assertThat(BaseTurns.of(64 + 48)).isEqualTo(64 + 32);
    assertThat(BaseTurns.isKeyframe(0)).isTrue();
    assertThat(BaseTurns.isKeyframe(640)).isTrue();
    assertThat(BaseTurns.isKeyframe(632)).isFalse();
  }

  @Test
  void no_turn_needs_more_than_10_rows() {
    for (int turn = 0; turn < 1000; turn++) {
      assertThat(rowsToRead(turn)).isLessThanOrEqualTo(10);
    }
    assertThat(rowsToRead(63)).isEqualTo(10);
  }

  @Test
  void a_trail_has_the_base_of_every_next_turn() {
    Trail trail = Trail.EMPTY;
    for (int turn = 0; turn < 300; turn++) {
      if (!BaseTurns.isKeyframe(turn)) {
        assertThat(trail.at(BaseTurns.of(turn))).isPresent();
      }
      trail = trail.with(point(turn));
      assertThat(trail.size()).isLessThanOrEqualTo(3 * Document.EMPTY_OBJECT.size());
    }
    assertThat(trail.at(12)).isEmpty();
  }

  private static Trail.Point point(int turn) {
    return new Trail.Point(
        new StateRef(
            new SegmentId(new UUID(1, 2)),
            new TurnNumber(turn),
            new ChainHash(Sha256.ofUtf8("turn " + turn))),
        Document.EMPTY_OBJECT);
  }
}
