package dev.stateline.persistence.sql.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagedTurnsTest {

  private static final SegmentId TRUNK = new SegmentId(new UUID(0, 1));
  private static final SegmentId FORK = new SegmentId(new UUID(0, 2));

  private final List<String> fetched = new ArrayList<>();

  private Stream<Integer> turns(int page, Lineage.Part... parts) {
    return PagedTurns.stream(
        List.of(parts),
        page,
        (segment, turns, limit) -> {
          fetched.add(
              (segment.equals(TRUNK) ? "trunk " : "fork ") + turns.from() + "-" + turns.to());
          return IntStream.rangeClosed(turns.from().value(), turns.to().value()).boxed().toList();
        });
  }

  private static Lineage.Part part(SegmentId segment, int from, int to) {
    return new Lineage.Part(segment, new TurnRange(new TurnNumber(from), new TurnNumber(to)));
  }

  @Test
  void all_turns_come_in_order_one_fetch_a_page() {
    assertThat(turns(4, part(TRUNK, 0, 9)).toList())
        .isEqualTo(IntStream.rangeClosed(0, 9).boxed().toList());
    assertThat(fetched).containsExactly("trunk 0-3", "trunk 4-7", "trunk 8-9");
  }

  @Test
  void a_page_ends_where_its_segment_does() {
    assertThat(turns(4, part(TRUNK, 0, 4), part(FORK, 5, 6)).toList()).hasSize(7);
    assertThat(fetched).containsExactly("trunk 0-3", "trunk 4-4", "fork 5-6");
  }

  @Test
  void nothing_is_fetched_that_nobody_reads() {
    try (Stream<Integer> turns = turns(2, part(TRUNK, 0, 99))) {
      Iterator<Integer> iterator = turns.iterator();
      assertThat(fetched).isEmpty();
      assertThat(iterator.next()).isZero();
      assertThat(fetched).containsExactly("trunk 0-1");
    }
  }

  @Test
  void no_parts_are_no_turns() {
    assertThat(turns(2).toList()).isEmpty();
  }

  @Test
  void a_closed_stream_is_not_read_on() {
    Stream<Integer> turns = turns(2, part(TRUNK, 0, 99));
    Iterator<Integer> iterator = turns.iterator();
    iterator.next();
    turns.close();
    assertThatThrownBy(iterator::next).isInstanceOf(IllegalStateException.class);
  }
}
