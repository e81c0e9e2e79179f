package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleBranch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Going back to an earlier turn. */
public abstract class RollbackContract extends PersistenceSuite {

  @Override
  protected Optional<Capability> needs() {
    return Optional.of(Capability.BRANCH);
  }

  @Override
  protected void assertAbsent() {
    SampleBranch trunk = branch("trunk").commit(1);
    assertNotSupported(() -> trunk.rollBack(0, "tail"));
    assertHeld(trunk);
  }

  private List<String> checkpointsOf(SimulationId id) {
    return checkpoints().list(id, Optional.empty(), 1000).stream()
        .map(c -> c.name().value())
        .toList();
  }

  @Test
  void the_head_goes_back_and_what_came_after_it_stays_readable() {
    SampleBranch world = branch("world").commit(6);
    SampleBranch tail = world.rollBack(2, "before");
    assertHeld(world);
    assertHeld(tail);
    assertThat(tail.head().turn()).isEqualTo(new TurnNumber(6));
    assertThat(tail.found().status()).isEqualTo(SimulationStatus.ARCHIVED);
    assertThat(tail.found().statusReason().orElseThrow()).contains("world", "6");
    world.commit(3);
    assertHeld(world);
    assertHeld(tail);
  }

  @Test
  void what_is_given_back_is_the_simulation_as_it_is_then() {
    SampleBranch world = branch("world").commit(4);
    try (WriterSession session = world.open()) {
      Rollback rollback = world.rollback(session, 1, Optional.of("tail"));
      assertThat(branches().rollBack(rollback)).isEqualTo(world.found());
      assertThat(world.found().head().segment()).isEqualTo(rollback.head().id());
      assertThat(world.found().head().turn()).isEqualTo(new TurnNumber(1));
      Simulation tail = simulations().find(rollback.tail().orElseThrow().id()).orElseThrow();
      assertThat(tail.config()).isEqualTo(world.found().config());
      assertThat(tail.createdAt()).isEqualTo(rollback.tail().orElseThrow().segment().createdAt());
    }
  }

  @Test
  void a_simulation_goes_back_again_and_again_also_to_what_it_shares() {
    SampleBranch trunk = branch("trunk").commit(5);
    SampleBranch fork = trunk.fork("fork", 3).commit(3);
    SampleBranch first = fork.rollBack(4, "first");
    SampleBranch second = fork.commit(2).rollBack(4, "second");
    SampleBranch third = fork.commit(1).rollBack(1, "third");
    SampleBranch fourth = fork.rollBack(0, "fourth");
    fork.commit(2);
    for (SampleBranch each : List.of(trunk, fork, first, second, third, fourth)) {
      assertHeld(each);
    }
  }

  @Test
  void checkpoints_of_the_turns_that_are_left_go_with_them() {
    SampleBranch world = branch("world");
    world.commit(turn -> turn.checkpoint("early", CheckpointKind.NAMED));
    world.commit(turn -> turn.checkpoint("auto-2", CheckpointKind.AUTOMATIC));
    world.commit(turn -> turn.checkpoint("late", CheckpointKind.NAMED));
    for (int i = 0; i < 300; i++) {
      checkpoints().save(samples.checkpoint(world.head(), "mark " + i));
    }
    SampleBranch tail = world.rollBack(1, "tail");
    assertThat(checkpointsOf(world.id())).containsExactly("early");
    assertThat(checkpointsOf(tail.id())).hasSize(302).contains("auto-2", "late", "mark 299");
    world.commit(turn -> turn.checkpoint("late", CheckpointKind.NAMED));
    assertHeld(world);
    assertHeld(tail);
  }

  @Test
  void a_simulation_that_was_run_to_its_end_is_paused_then() {
    SampleBranch world = branch("world").commit(3);
    try (WriterSession session = world.open()) {
      writers()
          .changeStatus(world.id(), session.epoch(), StatusChange.running(world.head().turn()));
      writers().changeStatus(world.id(), session.epoch(), StatusChange.failed("out of wood"));
    }
    world.rollBack(1, "tail");
    assertThat(world.found().status()).isEqualTo(SimulationStatus.PAUSED);
    assertThat(world.found().statusReason()).isEmpty();
    assertThat(world.found().targetTurn()).contains(new TurnNumber(3));
  }

  @Test
  void an_archived_simulation_does_not_go_back() {
    SampleBranch world = branch("world").commit(3);
    SampleBranch tail = world.rollBack(1, "tail");
    assertRefused(ErrorCode.INVALID_STATUS_CHANGE, () -> tail.rollBack(2, "tail of the tail"));
    assertHeld(tail);
  }

  @Test
  void only_an_earlier_turn_is_gone_back_to() {
    SampleBranch world = branch("world").commit(3);
    assertRefused(ErrorCode.INVALID_VALUE, () -> world.rollBack(3, "tail"));
    assertHeld(world);
    assertThat(simulations().list(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void a_taken_name_is_refused_and_nothing_changes() {
    SampleBranch world = branch("world").commit(3);
    world.commit(turn -> turn.checkpoint("late", CheckpointKind.NAMED));
    assertRefused(ErrorCode.NAME_TAKEN, () -> world.rollBack(1, "world"));
    assertHeld(world);
    assertThat(checkpointsOf(world.id())).containsExactly("late");
  }

  @Test
  void a_writer_that_still_holds_the_old_head_is_fenced() {
    SampleBranch world = branch("world").commit(3);
    try (WriterSession old = world.open()) {
      TurnCommit late = world.next(old).build();
      try (WriterSession session = takeOver(world.id(), BOB)) {
        branches().rollBack(world.rollback(session, 1, Optional.of("tail")));
        assertRefused(ErrorCode.WRITER_FENCED, BOB, () -> states().append(late));
        assertRefused(
            ErrorCode.WRITER_FENCED,
            BOB,
            () -> branches().rollBack(world.rollback(old, 0, Optional.empty())));
      }
    }
  }

  @Test
  void the_writer_that_rolled_back_writes_on_from_the_new_head_only() {
    SampleBranch world = branch("world").commit(3);
    try (WriterSession session = world.open()) {
      TurnCommit stale = world.next(session).build();
      branches().rollBack(world.rollback(session, 1, Optional.of("tail")));
      assertRefused(ErrorCode.HEAD_MOVED, () -> states().append(stale));
    }
  }

  @Test
  void nobody_goes_back_without_having_opened_for_writing() {
    SampleBranch world = branch("world").commit(3);
    Rollback rollback;
    try (WriterSession session = world.open()) {
      rollback = world.rollback(session, 1, Optional.empty());
    }
    assertRefused(ErrorCode.WRITER_FENCED, () -> branches().rollBack(rollback));
    assertHeld(world);
  }

  @Test
  void what_is_discarded_is_gone_and_the_turns_are_written_anew() {
    SampleBranch world = branch("world").commit(3);
    world.commit(turn -> turn.checkpoint("auto-4", CheckpointKind.AUTOMATIC));
    world.discard(1);
    assertHeld(world);
    assertThat(simulations().list(Optional.empty(), 10)).hasSize(1);
    assertThat(checkpointsOf(world.id())).isEmpty();
    world.commit(4);
    world.discard(0);
    world.commit(1);
    assertHeld(world);
  }

  @Test
  void turns_that_a_fork_rests_on_are_not_discarded() {
    SampleBranch world = branch("world").commit(5);
    SampleBranch fork = world.fork("fork", 3);
    assertThat(assertRefused(ErrorCode.STILL_NEEDED, () -> world.discard(2)))
        .hasMessageContaining("fork");
    assertHeld(world);
    world.discard(3);
    assertHeld(world);
    assertHeld(fork);
    fork.delete();
    world.discard(2);
    assertHeld(world);
  }

  @Test
  void turns_that_a_named_checkpoint_rests_on_are_not_discarded() {
    SampleBranch world = branch("world").commit(2);
    world.commit(turn -> turn.checkpoint("treaty", CheckpointKind.NAMED));
    assertThat(assertRefused(ErrorCode.STILL_NEEDED, () -> world.discard(1)))
        .hasMessageContaining("treaty");
    assertHeld(world);
    assertThat(checkpointsOf(world.id())).containsExactly("treaty");
  }

  @Test
  void a_fork_that_discards_leaves_what_it_shares() {
    SampleBranch trunk = branch("trunk").commit(5);
    SampleBranch fork = trunk.fork("fork", 4).commit(3);
    SampleBranch sibling = trunk.fork("sibling", 4).commit(1);
    fork.discard(2);
    assertHeld(fork);
    assertHeld(trunk);
    assertHeld(sibling);
    fork.commit(2);
    assertHeld(fork);
  }

  @Test
  void forks_of_a_tail_are_untouched_and_a_tail_is_run_on_once_it_is_taken_back() {
    SampleBranch world = branch("world").commit(5);
    SampleBranch before = world.fork("before", 4).commit(1);
    SampleBranch tail = world.rollBack(2, "tail");
    SampleBranch after = tail.fork("after", 5).commit(2);
    try (WriterSession session = tail.open()) {
      writers().changeStatus(tail.id(), session.epoch(), StatusChange.to(SimulationStatus.PAUSED));
    }
    tail.commit(2);
    world.commit(1);
    for (SampleBranch each : List.of(world, before, tail, after)) {
      assertHeld(each);
    }
  }

  @Test
  void a_tail_is_deleted_before_what_it_rests_on() {
    SampleBranch world = branch("world").commit(5);
    SampleBranch tail = world.rollBack(2, "tail");
    assertRefused(ErrorCode.STILL_NEEDED, world::delete);
    tail.delete();
    assertHeld(world);
    world.commit(1);
    world.delete();
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void a_simulation_that_does_not_exist_cannot_go_back() {
    SampleBranch world = branch("world").commit(2);
    Rollback rollback;
    try (WriterSession session = world.open()) {
      rollback = world.rollback(session, 1, Optional.empty());
    }
    world.delete();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> branches().rollBack(rollback));
  }

  @Test
  void what_does_not_fit_the_history_is_refused() {
    SampleBranch world = branch("world").commit(3);
    SampleBranch other = branch("other").commit(3);
    try (WriterSession session = world.open()) {
      Segment foreign = other.rollback(session, 1, Optional.empty()).head();
      Segment mine =
          new Segment(
              foreign.id(),
              world.id(),
              foreign.parent(),
              foreign.branchTurn(),
              foreign.seed(),
              foreign.createdAt());
      Optional<Rollback.Tail> tail = world.rollback(session, 1, Optional.of("tail")).tail();
      Rollback wrong = new Rollback(session.epoch(), mine, tail);
      assertRefused(ErrorCode.INVALID_VALUE, () -> branches().rollBack(wrong));
    }
    assertHeld(world);
  }
}
