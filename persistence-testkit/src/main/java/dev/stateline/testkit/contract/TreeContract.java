package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.RandomTree;
import dev.stateline.testkit.sample.SampleBranch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random trees of simulations: after each of 500 operations the database answers as a plain model
 * in memory does. The operations of a test are those of its seed, always the same.
 */
@Timeout(300)
public abstract class TreeContract extends PersistenceSuite {

  @Override
  protected Optional<Capability> needs() {
    return Optional.of(Capability.BRANCH);
  }

  @Override
  protected void assertAbsent() {
    SampleBranch trunk = branch("trunk").commit(1);
    assertNotSupported(() -> trunk.fork("fork", 0));
    assertHeld(trunk);
  }

  private static final int OPERATIONS = 500;
  private static final int BETWEEN_FULL_LOOKS = 125;

  @Test
  void a_random_tree_is_as_the_model_says_after_every_operation() {
    grow(1);
  }

  @Test
  void another_random_tree_is_as_the_model_says_after_every_operation() {
    grow(20_261_123);
  }

  private void grow(long seed) {
    RandomTree tree = new RandomTree(samples, persistence, seed);
    for (int i = 1; i <= OPERATIONS; i++) {
      String operation = tree.operate();
      assertListed(tree, "operation " + i + ", " + operation);
      tree.some().ifPresent(this::assertStands);
      if (i % BETWEEN_FULL_LOOKS == 0) {
        tree.branches().forEach(branch -> assertHere(tree, branch));
      }
    }
    assertThat(tree.kinds()).as("kinds of operations that were done").isEqualTo(RandomTree.KINDS);
  }

  private void assertListed(RandomTree tree, String after) {
    assertThat(simulations().list(Optional.empty(), 1000))
        .as(after)
        .extracting(Simulation::id, Simulation::name, s -> s.head().state(), Simulation::seed)
        .containsExactlyElementsOf(tree.listed());
  }

  private void assertHere(RandomTree tree, SampleBranch branch) {
    assertHeld(branch);
    assertThat(checkpoints().list(branch.id(), Optional.empty(), 1000))
        .containsExactlyInAnyOrderElementsOf(tree.checkpoints(branch));
    for (Checkpoint checkpoint : tree.checkpoints(branch)) {
      assertThat(checkpoints().find(branch.id(), checkpoint.name())).contains(checkpoint);
    }
    assertThat(simulations().find(branch.name())).map(Simulation::id).contains(branch.id());
  }

  @Test
  void turns_that_are_needed_through_a_segment_that_was_left_are_not_discarded() {
    SampleBranch world = branch("world").commit(8);
    SampleBranch first = world.rollBack(5, "first");
    SampleBranch second = world.commit(3).rollBack(3, "second");
    first.delete();
    assertThat(assertRefused(ErrorCode.STILL_NEEDED, () -> world.discard(2)))
        .hasMessageContaining("second");
    assertHeld(world);
    assertHeld(second);
  }

  @RepeatedTest(10)
  void a_checkpoint_that_is_saved_while_the_head_goes_back_names_a_turn_that_is_still_there()
      throws Exception {
    SampleBranch world = branch("world").commit(5);
    List<Checkpoint> marks =
        IntStream.range(0, 40).mapToObj(i -> samples.checkpoint(world.head(), "m" + i)).toList();
    try (WriterSession session = world.open()) {
      Rollback rollback = world.rollback(session, 1, Optional.of("tail"));
      Race.of(
          5,
          i ->
              i == 0
                  ? () -> branches().rollBack(rollback).head().turn().value()
                  : () -> save(marks.subList((i - 1) * 10, i * 10)));
      assertSound(world.id());
      assertSound(rollback.tail().orElseThrow().id());
    }
  }

  /** How many of them are saved before the state is no longer in the history. */
  private int save(List<Checkpoint> marks) {
    int saved = 0;
    try {
      for (Checkpoint mark : marks) {
        checkpoints().save(mark);
        saved++;
      }
    } catch (NotFoundException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.TURN_OUT_OF_RANGE);
    }
    return saved;
  }

  @RepeatedTest(3)
  void forks_are_deleted_and_made_while_their_trunk_runs_on() throws Exception {
    SampleBranch trunk = branch("trunk").commit(2);
    List<SampleBranch> forks =
        IntStream.range(0, 40).mapToObj(i -> trunk.fork("fork " + i, 2)).toList();
    Race<Integer> race =
        Race.of(
            5,
            i ->
                i == 0
                    ? () -> trunk.commit(60).head().turn().value()
                    : () -> delete(forks.subList((i - 1) * 10, i * 10)));
    assertThat(race.won()).containsExactly(62, 10, 10, 10, 10);
    assertHeld(trunk);
  }

  private static int delete(List<SampleBranch> forks) {
    forks.forEach(SampleBranch::delete);
    return forks.size();
  }
}
