package dev.stateline.persistence.sql.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineagesTest {

  private static final UUID TRUNK = new UUID(0, 1);
  private static final UUID FORK = new UUID(0, 2);
  private static final UUID FORK_OF_FORK = new UUID(0, 3);

  private static final LineageRow ROOT = row(TRUNK, null, null, 42L);
  private static final LineageRow MIDDLE = row(FORK, TRUNK, 6, null);
  private static final LineageRow HEAD = row(FORK_OF_FORK, FORK, 8, 9L);

  private static LineageRow row(UUID id, UUID parent, Integer branchTurn, Long seed) {
    return new LineageRow(
        FORK_OF_FORK,
        11,
        id,
        new UUID(1, id.getLeastSignificantBits()),
        parent == null ? null : parent.getLeastSignificantBits(),
        parent,
        branchTurn,
        seed,
        Instant.EPOCH);
  }

  @Test
  void rows_in_any_order_make_the_way_from_the_root_to_the_head() throws Exception {
    Lineage lineage = Lineages.chained(List.of(MIDDLE, HEAD, ROOT));
    assertThat(lineage).isEqualTo(Lineages.chained(List.of(ROOT, MIDDLE, HEAD)));
    assertThat(lineage.headTurn()).isEqualTo(new TurnNumber(11));
    assertThat(lineage.segmentOf(new TurnNumber(6))).contains(new SegmentId(TRUNK));
    assertThat(lineage.segmentOf(new TurnNumber(7))).contains(new SegmentId(FORK));
    assertThat(lineage.segmentOf(new TurnNumber(9))).contains(new SegmentId(FORK_OF_FORK));
    assertThat(lineage.seedAt(new TurnNumber(8))).isEqualTo(42);
    assertThat(lineage.seedAt(new TurnNumber(9))).isEqualTo(9);
  }

  @Test
  void a_segment_that_is_missing_on_the_way_is_damage() {
    assertThatThrownBy(() -> Lineages.chained(List.of(HEAD, ROOT)))
        .isInstanceOfSatisfying(
            DamagedColumnException.class, e -> assertThat(e.column()).isEqualTo("segments.parent"));
  }

  @Test
  void segments_that_lead_to_each_other_in_a_circle_come_to_an_end() {
    LineageRow circle = row(TRUNK, FORK_OF_FORK, 2, 42L);
    assertThatThrownBy(() -> Lineages.chained(List.of(HEAD, MIDDLE, circle)))
        .isInstanceOf(DamagedColumnException.class);
  }

  @Test
  void a_parent_that_is_known_by_number_alone_is_damage() {
    LineageRow orphan =
        new LineageRow(FORK, 3, FORK, new UUID(1, 2), 1L, null, 2, null, Instant.EPOCH);
    assertThatThrownBy(() -> Lineages.chained(List.of(orphan)))
        .isInstanceOf(DamagedColumnException.class);
  }
}
