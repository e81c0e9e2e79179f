package dev.stateline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.history.Lineage.Part;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LineageTest {

  private static final SimulationId WORLD = new SimulationId(new UUID(9, 9));

  private static SegmentId id(int segment) {
    return new SegmentId(new UUID(0, segment));
  }

  private static Segment root(int segment) {
    return Segment.root(id(segment), WORLD, 42, Instant.EPOCH);
  }

  private static Segment branch(int segment, int parent, int turn) {
    return new Segment(
        id(segment),
        WORLD,
        Optional.of(id(parent)),
        Optional.of(new TurnNumber(turn)),
        Optional.empty(),
        Instant.EPOCH);
  }

  /** Segments that hold so many turns each; all but the first may hold none. */
  private static Lineage lineage(List<Integer> lengths) {
    List<Segment> segments = new ArrayList<>();
    int last = -1;
    for (int length : lengths) {
      segments.add(
          segments.isEmpty() ? root(0) : branch(segments.size(), segments.size() - 1, last));
      last += length;
    }
    return new Lineage(segments, new TurnNumber(last));
  }

  @Provide
  Arbitrary<Lineage> lineages() {
    return Arbitraries.integers()
        .between(0, 6)
        .list()
        .ofMaxSize(6)
        .map(
            lengths -> {
              List<Integer> all = new ArrayList<>(lengths);
              all.add(0, 1 + lengths.size() % 3);
              return lineage(all);
            });
  }

  @Property(tries = 200)
  void every_turn_up_to_the_head_lies_in_exactly_the_segment_that_holds_it(
      @ForAll("lineages") Lineage lineage) {
    for (Part part : lineage.parts()) {
      for (int t = part.turns().from().value(); t <= part.turns().to().value(); t++) {
        assertThat(lineage.segmentOf(new TurnNumber(t))).contains(part.segment());
      }
    }
    assertThat(lineage.segmentOf(lineage.headTurn().next())).isEmpty();
  }

  @Property(tries = 300)
  void the_parts_within_a_range_hold_its_turns_and_no_others(
      @ForAll("lineages") Lineage lineage,
      @ForAll @IntRange(max = 40) int a,
      @ForAll @IntRange(max = 40) int b) {
    TurnRange range = new TurnRange(new TurnNumber(Math.min(a, b)), new TurnNumber(Math.max(a, b)));
    List<Integer> found = new ArrayList<>();
    for (Part part : lineage.within(range)) {
      for (int t = part.turns().from().value(); t <= part.turns().to().value(); t++) {
        assertThat(lineage.segmentOf(new TurnNumber(t))).contains(part.segment());
        found.add(t);
      }
    }

    List<Integer> expected = new ArrayList<>();
    for (int t = Math.min(a, b); t <= Math.min(Math.max(a, b), lineage.headTurn().value()); t++) {
      expected.add(t);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 100)
  void within_all_turns_it_is_itself(@ForAll("lineages") Lineage lineage) {
    assertThat(lineage.within(TurnRange.ALL)).isEqualTo(lineage.parts());
  }

  @Property(tries = 100)
  void its_parts_cover_the_turns_from_0_to_the_head_without_gap_or_overlap(
      @ForAll("lineages") Lineage lineage) {
    int next = 0;
    for (Part part : lineage.parts()) {
      assertThat(part.turns().from().value()).isEqualTo(next);
      next = part.turns().to().value() + 1;
    }
    assertThat(lineage.headTurn().value()).isEqualTo(next - 1);
  }

  @Example
  void its_head_may_stand_on_a_segment_that_holds_no_turn_yet() {
    Lineage lineage = lineage(List.of(3, 1, 0));

    assertThat(lineage.headTurn()).isEqualTo(new TurnNumber(3));
    assertThat(lineage.headSegment().id()).isEqualTo(id(2));
    assertThat(lineage.parts()).extracting(Part::segment).containsExactly(id(0), id(1));
  }

  @Example
  void a_turn_of_the_parent_that_lies_after_the_branch_is_not_in_it() {
    Lineage lineage = new Lineage(List.of(root(0), branch(1, 0, 2)), new TurnNumber(5));

    assertThat(lineage.segmentOf(new TurnNumber(2))).contains(id(0));
    assertThat(lineage.segmentOf(new TurnNumber(3))).contains(id(1));
  }

  @Example
  void segments_that_are_no_chain_from_turn_0_to_the_head_are_refused() {
    assertRefused("at least turn 0", 0);
    assertRefused("does not branch", 5, branch(1, 0, 2));
    assertRefused("does not branch", 5, root(0), root(1));
    assertRefused("does not branch", 5, root(0), branch(2, 1, 2));
    assertRefused("before its parent begins", 5, root(0), branch(1, 0, 4), branch(2, 1, 3));
    assertRefused("before the branch", 3, root(0), branch(1, 0, 4));
  }

  private static void assertRefused(String why, int headTurn, Segment... segments) {
    assertThatThrownBy(() -> new Lineage(List.of(segments), new TurnNumber(headTurn)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Example
  void changing_the_list_it_was_made_of_changes_nothing() {
    List<Segment> segments = new ArrayList<>(List.of(root(0)));
    Lineage lineage = new Lineage(segments, new TurnNumber(2));

    segments.clear();

    assertThat(lineage.headSegment()).isEqualTo(root(0));
  }
}
