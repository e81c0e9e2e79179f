package dev.stateline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.history.Lineage.Part;
import dev.stateline.domain.state.TurnNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LineageTest {

  private static Part part(int segment, int from, int to) {
    return new Part(
        new SegmentId(new UUID(0, segment)),
        new TurnRange(new TurnNumber(from), new TurnNumber(to)));
  }

  private static Lineage lineage(List<Integer> lengths) {
    List<Part> parts = new ArrayList<>();
    int next = 0;
    for (int length : lengths) {
      parts.add(part(parts.size(), next, next + length - 1));
      next += length;
    }
    return new Lineage(parts);
  }

  @Provide
  Arbitrary<Lineage> lineages() {
    return Arbitraries.integers()
        .between(1, 6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(LineageTest::lineage);
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

  @Example
  void its_head_is_the_last_turn_of_its_last_part() {
    assertThat(lineage(List.of(3, 1, 4)).headTurn()).isEqualTo(new TurnNumber(7));
  }

  @Example
  void a_gap_an_overlap_and_a_late_beginning_are_refused() {
    assertRefused("turn 3", part(1, 0, 2), part(2, 4, 5));
    assertRefused("turn 3", part(1, 0, 2), part(2, 2, 5));
    assertRefused("turn 3", part(1, 0, 2), part(2, 0, 2));
    assertRefused("turn 0", part(1, 1, 2));
  }

  private static void assertRefused(String where, Part... parts) {
    assertThatThrownBy(() -> new Lineage(List.of(parts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(where);
  }

  @Example
  void a_lineage_without_parts_is_refused() {
    assertThatThrownBy(() -> new Lineage(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least turn 0");
  }

  @Example
  void changing_the_list_it_was_made_of_changes_nothing() {
    List<Part> parts = new ArrayList<>(List.of(part(1, 0, 2)));
    Lineage lineage = new Lineage(parts);

    parts.clear();

    assertThat(lineage.headTurn()).isEqualTo(new TurnNumber(2));
  }
}
