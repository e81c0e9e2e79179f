package dev.stateline.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TurnRangeTest {

  private static TurnRange range(int from, int to) {
    return new TurnRange(new TurnNumber(from), new TurnNumber(to));
  }

  @Provide
  Arbitrary<TurnRange> ranges() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30), Arbitraries.integers().between(0, 30))
        .as((a, b) -> range(Math.min(a, b), Math.max(a, b)));
  }

  @Property(tries = 300)
  void a_turn_is_in_the_common_part_when_it_is_in_both(
      @ForAll("ranges") TurnRange one,
      @ForAll("ranges") TurnRange other,
      @ForAll @IntRange(max = 31) int turn) {
    TurnNumber number = new TurnNumber(turn);

    assertThat(one.intersect(other).map(both -> both.contains(number)).orElse(false))
        .isEqualTo(one.contains(number) && other.contains(number));
  }

  @Property(tries = 200)
  void the_order_of_two_ranges_does_not_matter(
      @ForAll("ranges") TurnRange one, @ForAll("ranges") TurnRange other) {
    assertThat(one.intersect(other)).isEqualTo(other.intersect(one));
  }

  @Property(tries = 100)
  void a_range_with_itself_and_with_all_turns_is_itself(@ForAll("ranges") TurnRange range) {
    assertThat(range.intersect(range)).contains(range);
    assertThat(range.intersect(TurnRange.ALL)).contains(range);
  }

  @Property(tries = 100)
  void both_ends_are_inclusive(@ForAll("ranges") TurnRange range) {
    assertThat(range.contains(range.from())).isTrue();
    assertThat(range.contains(range.to())).isTrue();
    assertThat(range.contains(range.to().next())).isFalse();
  }

  @Example
  void ranges_that_only_touch_share_the_turn_where_they_do() {
    assertThat(range(0, 4).intersect(range(4, 9))).contains(range(4, 4));
    assertThat(range(0, 4).intersect(range(5, 9))).isEmpty();
  }

  @Example
  void a_range_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> range(5, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not from 5 to 4");
  }

  @Example
  void all_turns_are_those_that_a_simulation_can_have() {
    assertThat(TurnRange.ALL).isEqualTo(range(0, TurnNumber.MAX_VALUE));
  }
}
