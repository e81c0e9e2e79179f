package dev.stateline.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The seed belongs to the turn: whoever branches finds the one in force there. */
class SeedTest {

  private static final SimulationId WORLD = new SimulationId(new UUID(9, 9));
  private static final long TRUNK = 42;

  private int segments;

  private SegmentId next() {
    return new SegmentId(new UUID(0, ++segments));
  }

  private Lineage trunk(int head) {
    return new Lineage(
        List.of(Segment.root(next(), WORLD, TRUNK, Instant.EPOCH)), new TurnNumber(head));
  }

  /** The history after branching at a turn, without a turn of its own. */
  private Lineage branched(Lineage from, int turn, Optional<Long> reseed) {
    Segment segment = from.branch(next(), WORLD, new TurnNumber(turn), reseed, Instant.EPOCH);
    List<Segment> chain = new ArrayList<>();
    for (Segment each : from.segments()) {
      chain.add(each);
      if (each.id().equals(segment.parent().orElseThrow())) {
        break;
      }
    }
    chain.add(segment);
    return new Lineage(chain, new TurnNumber(turn));
  }

  private Lineage reseeded(Lineage from, int turn, long seed) {
    return branched(from, turn, Optional.of(seed));
  }

  private Lineage back(Lineage from, int turn) {
    return branched(from, turn, Optional.empty());
  }

  private static Lineage run(Lineage lineage, int head) {
    return new Lineage(lineage.segments(), new TurnNumber(head));
  }

  private static long at(Lineage lineage, int turn) {
    return lineage.seedAt(new TurnNumber(turn));
  }

  @Example
  void a_simulation_has_the_seed_that_it_began_with_in_every_turn() {
    assertThat(at(trunk(8), 0)).isEqualTo(TRUNK);
    assertThat(at(trunk(8), 8)).isEqualTo(TRUNK);
    assertThat(at(trunk(8), 9)).isEqualTo(TRUNK);
  }

  @Example
  void a_seed_holds_from_the_turn_after_the_branch_on() {
    Lineage fork = run(reseeded(trunk(8), 6, 9), 8);

    assertThat(at(fork, 6)).isEqualTo(TRUNK);
    assertThat(at(fork, 7)).isEqualTo(9);
    assertThat(at(fork, 9)).isEqualTo(9);
  }

  @Example
  void a_rollback_below_the_branch_brings_the_trunks_seed_back() {
    Lineage back = back(run(reseeded(trunk(8), 6, 9), 8), 3);

    assertThat(at(back, 4)).isEqualTo(TRUNK);
    assertThat(at(back, 99)).isEqualTo(TRUNK);
    assertThat(back.headSegment().seed()).isEmpty();
  }

  @Example
  void a_rollback_to_the_branch_itself_keeps_the_forks_seed() {
    Lineage back = back(run(reseeded(trunk(8), 6, 9), 8), 6);

    assertThat(at(back, 6)).isEqualTo(TRUNK);
    assertThat(at(back, 7)).isEqualTo(9);
    assertThat(back.headSegment().seed()).contains(9L);
  }

  @Example
  void a_rollback_above_the_branch_says_nothing_of_seeds() {
    Lineage back = back(run(reseeded(trunk(8), 6, 9), 12), 8);

    assertThat(at(back, 9)).isEqualTo(9);
    assertThat(back.headSegment().seed()).isEmpty();
  }

  @Example
  void of_nested_seeds_the_nearest_holds() {
    Lineage inner = run(reseeded(run(reseeded(trunk(8), 2, 9), 10), 5, 11), 12);

    assertThat(at(inner, 2)).isEqualTo(TRUNK);
    assertThat(at(inner, 3)).isEqualTo(9);
    assertThat(at(inner, 5)).isEqualTo(9);
    assertThat(at(inner, 6)).isEqualTo(11);
    assertThat(at(back(inner, 3), 4)).isEqualTo(9);
    assertThat(at(back(inner, 5), 6)).isEqualTo(11);
    assertThat(at(back(inner, 1), 2)).isEqualTo(TRUNK);
  }

  @Example
  void a_fork_without_turns_of_its_own_hands_its_seed_on() {
    Lineage empty = reseeded(trunk(8), 6, 9);
    Lineage ofEmpty = back(empty, 6);
    Lineage deep = back(ofEmpty, 6);

    assertThat(at(empty, 7)).isEqualTo(9);
    assertThat(ofEmpty.headSegment().seed()).contains(9L);
    assertThat(deep.segments()).hasSize(2);
    assertThat(at(deep, 7)).isEqualTo(9);
    assertThat(at(deep, 6)).isEqualTo(TRUNK);
    assertThat(at(back(deep, 5), 6)).isEqualTo(TRUNK);
  }

  @Example
  void a_fork_of_a_fork_without_turns_may_be_given_another() {
    Lineage other = reseeded(reseeded(trunk(8), 6, 9), 6, 11);

    assertThat(at(other, 7)).isEqualTo(11);
    assertThat(at(other, 6)).isEqualTo(TRUNK);
  }

  @Property(tries = 300)
  void branching_again_and_again_never_changes_the_seed_of_a_turn_that_is_shared_or_next(
      @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> steps,
      @ForAll @Size(max = 8) List<Boolean> reseeds) {
    Lineage lineage = trunk(8);
    for (int i = 0; i < steps.size(); i++) {
      int turn = steps.get(i) % (lineage.headTurn().value() + 1);
      boolean reseed = i < reseeds.size() && reseeds.get(i);
      long expected = reseed ? 100 + i : at(lineage, turn + 1);
      Lineage before = lineage;
      lineage = branched(lineage, turn, reseed ? Optional.of(100L + i) : Optional.empty());
      for (int t = 0; t <= turn; t++) {
        assertThat(at(lineage, t)).isEqualTo(at(before, t));
      }
      assertThat(at(lineage, turn + 1)).isEqualTo(expected);
      lineage = run(lineage, turn + steps.get(i) % 3);
    }
  }

  @Example
  void nobody_branches_after_the_head() {
    assertThatThrownBy(() -> back(trunk(8), 9))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.field(ErrorField.TURN)).contains("9");
              assertThat(e.field(ErrorField.HEAD)).contains("8");
            });
  }

  @Example
  void a_root_segment_has_a_seed_and_both_or_neither_of_parent_and_branch_turn_are_given() {
    SegmentId id = next();
    Optional<SegmentId> parent = Optional.of(next());
    Optional<TurnNumber> turn = Optional.of(TurnNumber.ZERO);

    assertRefused(id, Optional.empty(), Optional.empty(), Optional.empty(), "root segment");
    assertRefused(id, parent, Optional.empty(), Optional.of(1L), "both a parent");
    assertRefused(id, Optional.empty(), turn, Optional.of(1L), "both a parent");
  }

  private static void assertRefused(
      SegmentId id,
      Optional<SegmentId> parent,
      Optional<TurnNumber> turn,
      Optional<Long> seed,
      String why) {
    assertThatThrownBy(() -> new Segment(id, WORLD, parent, turn, seed, Instant.EPOCH))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }
}
