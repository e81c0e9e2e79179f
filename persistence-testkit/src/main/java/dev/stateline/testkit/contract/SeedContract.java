package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleBranch;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The seed belongs to the turn: a segment keeps the one that it was given, and a simulation's is
 * that in force in its next turn, whatever the provenance of its turns says.
 */
public abstract class SeedContract extends PersistenceSuite {

  @Override
  protected Optional<Capability> needs() {
    return Optional.of(Capability.BRANCH);
  }

  @Override
  protected void assertAbsent() {
    SampleBranch trunk = branch("trunk").commit(1);
    assertNotSupported(() -> trunk.reseeded("fork", 0, 9));
    assertHeld(trunk);
  }

  private void assertSeed(long seed, SampleBranch of) {
    assertThat(of.found().seed()).isEqualTo(seed);
    Lineage lineage = simulations().lineage(of.id());
    for (int turn = 0; turn < of.seeds().size(); turn++) {
      assertThat(lineage.seedAt(new TurnNumber(turn)))
          .as("the seed in turn %d of %s", turn, of.name())
          .isEqualTo(of.seeds().get(turn));
    }
    assertHeld(of);
  }

  @Test
  void a_fork_that_is_given_a_seed_has_it_in_force_from_its_next_turn_on() {
    SampleBranch trunk = branch("trunk").commit(8);
    SampleBranch fork = trunk.reseeded("fork", 6, 9);
    assertSeed(9, fork);
    assertSeed(9, fork.commit(2));
    assertSeed(42, trunk);
    assertThat(fork.segment().seed()).contains(9L);
  }

  @Test
  void a_rollback_below_the_branch_brings_the_trunks_seed_back() {
    SampleBranch fork = branch("trunk").commit(8).reseeded("fork", 6, 9).commit(2);
    SampleBranch tail = fork.rollBack(3, "tail");
    assertSeed(42, fork);
    assertSeed(9, tail);
    assertSeed(42, fork.commit(5));
  }

  @Test
  void a_rollback_to_the_branch_itself_keeps_the_forks_seed() {
    SampleBranch fork = branch("trunk").commit(8).reseeded("fork", 6, 9).commit(2);
    SampleBranch tail = fork.rollBack(6, "tail");
    assertSeed(9, fork);
    assertSeed(9, tail);
    fork.commit(1);
    fork.discard(6);
    assertSeed(9, fork);
  }

  @Test
  void of_nested_seeds_the_nearest_holds() {
    SampleBranch outer = branch("trunk").commit(3).reseeded("outer", 2, 9).commit(4);
    SampleBranch inner = outer.reseeded("inner", 4, 11).commit(3);
    assertSeed(11, inner);
    assertSeed(11, inner.fork("at 5", 5));
    assertSeed(11, inner.fork("at 4", 4));
    assertSeed(9, inner.fork("at 3", 3));
    assertSeed(9, inner.fork("at 2", 2));
    assertSeed(42, inner.fork("at 1", 1));
    assertSeed(42, inner.reseeded("given", 6, 42).commit(1));
  }

  @Test
  void forks_without_turns_of_their_own_hand_the_seed_on() {
    SampleBranch empty = branch("trunk").commit(8).reseeded("empty", 6, 9);
    SampleBranch ofEmpty = empty.fork("of empty", 6);
    SampleBranch deep = ofEmpty.fork("deep", 6);
    for (SampleBranch each : List.of(empty, ofEmpty, deep)) {
      assertSeed(9, each);
      assertSeed(9, each.commit(1));
    }
    assertSeed(9, ofEmpty.intervened("changed", 6));
    assertSeed(42, deep.fork("before", 5));
  }

  @Test
  void the_provenance_of_a_turn_says_nothing_of_the_next_seed() {
    SampleBranch trunk = branch("trunk");
    trunk.commit(turn -> turn.provenance(Samples.provenance("1.0.0", 7)));
    assertSeed(42, trunk);
    SampleBranch fork = trunk.reseeded("fork", 1, 9);
    fork.commit(turn -> turn.provenance(Samples.provenance("1.0.0", 8)));
    assertSeed(9, fork);
    assertSeed(42, fork.fork("back", 0));
  }

  @Test
  void seeds_that_are_given_come_back_exactly() {
    SampleBranch trunk = branch("trunk").commit(1);
    for (long seed : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1}) {
      assertSeed(seed, trunk.reseeded("seed " + seed, 0, seed));
    }
  }

  @Test
  void seeds_outlive_the_database_being_closed_if_it_is_durable() {
    SampleBranch fork = branch("trunk").commit(2).reseeded("fork", 1, 9);
    Simulation before = fork.found();
    reopen();
    if (declares(Capability.DURABLE)) {
      assertThat(simulations().find(fork.id())).contains(before);
      assertThat(simulations().lineage(fork.id())).isEqualTo(fork.lineage());
    } else {
      assertThat(simulations().find(fork.id())).isEmpty();
    }
  }
}
