package dev.stateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.testkit.PersistenceFixture.Capability;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random trees of simulations: after each of 500 operations the database answers as a plain model
 * in memory does. The operations of a test are those of its seed, always the same.
 */
@Timeout(300)
public abstract class TreeContract extends PersistenceSuite {

  @Override
  Optional<Capability> needs() {
    return Optional.of(Capability.BRANCH);
  }

  @Override
  void assertAbsent() {
    SampleBranch trunk = branch("trunk").commit(1);
    assertRefused(ErrorCode.NOT_SUPPORTED, () -> trunk.fork("fork", 0));
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
        .extracting(Simulation::id, Simulation::name, s -> s.head().state())
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
}
