package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleBranch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Simulations that branch from a turn of another. */
@Timeout(60)
public abstract class ForkContract extends PersistenceSuite {

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

  @Test
  void a_fork_is_what_it_was_made_of_with_the_branch_turn_as_its_head() {
    SampleBranch trunk = branch("trunk").commit(5);
    NewFork wanted = trunk.newFork("fork", 3);
    State base = trunk.turns().get(3).state();
    Head head = new Head(wanted.segment().id(), base.ref(), base.provenance().hash());
    Simulation expected =
        Simulation.of(wanted.id(), wanted.name(), head, 42, wanted.createdAt())
            .config(wanted.config())
            .metadata(wanted.metadata())
            .targetTurn(wanted.targetTurn())
            .build();
    assertThat(branches().fork(wanted)).isEqualTo(expected);
    assertThat(simulations().find(wanted.id())).contains(expected);
    assertThat(simulations().find(wanted.name())).contains(expected);
  }

  @Test
  void a_fork_has_the_history_of_its_trunk_up_to_the_branch_and_goes_its_own_way() {
    SampleBranch trunk = branch("trunk").commit(5);
    SampleBranch fork = trunk.fork("fork", 3);
    assertHeld(fork);
    fork.commit(4);
    trunk.commit(2);
    assertHeld(fork);
    assertHeld(trunk);
    assertThat(states().stateAt(fork.id(), new TurnNumber(4)))
        .isNotEqualTo(states().stateAt(trunk.id(), new TurnNumber(4)));
    assertThat(states().transitionAt(fork.id(), new TurnNumber(4)))
        .isEqualTo(fork.turns().get(4).transition());
    assertRefused(
        ErrorCode.TURN_OUT_OF_RANGE, () -> states().stateAt(fork.id(), new TurnNumber(8)));
  }

  @Test
  void forks_branch_from_any_turn_from_0_to_the_head_and_from_forks() {
    SampleBranch trunk = branch("trunk").commit(4);
    List<SampleBranch> all = new ArrayList<>(List.of(trunk));
    SampleBranch from = trunk;
    for (int depth = 0; depth < 6; depth++) {
      all.add(from.fork("at 0, depth " + depth, 0).commit(1));
      from = from.fork("depth " + depth, from.head().turn().value());
      all.add(from);
      from.commit(depth % 3);
    }
    all.forEach(this::assertHeld);
  }

  @Test
  void a_fork_of_a_turn_that_its_trunk_shares_branches_from_where_the_turn_lies() {
    SampleBranch trunk = branch("trunk").commit(6);
    SampleBranch fork = trunk.fork("fork", 4).commit(3);
    SampleBranch early = fork.fork("early", 2).commit(1);
    assertThat(early.lineage().segments()).hasSize(2);
    assertHeld(early);
    fork.delete();
    assertHeld(early);
    assertHeld(trunk);
  }

  @Test
  void a_fork_may_begin_with_a_turn_of_its_own() {
    SampleBranch trunk = branch("trunk").commit(3);
    SampleBranch fork = trunk.intervened("fork", 1);
    assertThat(fork.head().turn()).isEqualTo(new TurnNumber(2));
    assertHeld(fork);
    fork.commit(2);
    assertHeld(fork);
    assertHeld(trunk);
  }

  @Test
  void a_taken_name_is_refused_and_nothing_is_written() {
    SampleBranch trunk = branch("trunk").commit(1);
    NewFork wanted = trunk.newFork("trunk", 1);
    assertRefused(ErrorCode.NAME_TAKEN, () -> branches().fork(wanted));
    assertThat(simulations().find(wanted.id())).isEmpty();
    assertThat(simulations().list(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void a_base_that_is_not_there_is_refused() {
    SampleBranch trunk = branch("trunk").commit(2);
    NewFork wanted = trunk.newFork("fork", 2);
    trunk.delete();
    assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> branches().fork(wanted));
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void checkpoints_of_a_fork_and_of_its_trunk_are_apart() {
    SampleBranch trunk = branch("trunk").commit(2);
    SampleBranch fork = trunk.fork("fork", 1);
    Checkpoint mine = samples.checkpoint(trunk.turns().get(1).state(), "mark");
    checkpoints().save(mine);
    checkpoints().save(samples.checkpoint(trunk.turns().get(1).state(), "mark").ownedBy(fork.id()));
    fork.commit(turn -> turn.checkpoint("own", CheckpointKind.NAMED));
    assertThat(checkpoints().list(trunk.id(), Optional.empty(), 10)).containsExactly(mine);
    assertThat(checkpoints().list(fork.id(), Optional.empty(), 10))
        .extracting(c -> c.name().value())
        .containsExactly("mark", "own");
    Checkpoint late = samples.checkpoint(trunk.head(), "late").ownedBy(fork.id());
    assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> checkpoints().save(late));
    assertThat(checkpoints().find(fork.id(), new CheckpointName("late"))).isEmpty();
  }

  @Test
  void a_trunk_is_not_deleted_before_its_forks() {
    SampleBranch trunk = branch("trunk").commit(3);
    SampleBranch fork = trunk.fork("fork", 1);
    SampleBranch deep = fork.fork("deep", 1).commit(1);
    Simulation before = simulations().find(trunk.id()).orElseThrow();
    assertRefused(ErrorCode.STILL_NEEDED, () -> writers().checkDeletable(trunk.id()));
    writers().checkDeletable(deep.id());
    assertThat(simulations().find(trunk.id())).contains(before);
    assertThat(assertRefused(ErrorCode.STILL_NEEDED, trunk::delete)).hasMessageContaining("trunk");
    fork.delete();
    assertRefused(ErrorCode.STILL_NEEDED, trunk::delete);
    assertHeld(deep);
    deep.delete();
    trunk.delete();
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void a_trunk_is_forked_while_it_is_written() {
    SampleBranch trunk = branch("trunk").commit(2);
    try (WriterSession session = trunk.open()) {
      SampleBranch fork = trunk.fork("fork", 2);
      states().append(trunk.next(session).build());
      assertHeld(fork);
    }
  }

  @Test
  void many_fork_at_once_and_all_are_there() throws Exception {
    SampleBranch trunk = branch("trunk").commit(3);
    List<NewFork> wanted =
        IntStream.range(0, 8).mapToObj(i -> trunk.newFork("fork " + i, i % 4)).toList();
    Race<Simulation> race = Race.of(8, i -> () -> branches().fork(wanted.get(i)));
    assertThat(race.lost()).isEmpty();
    assertThat(simulations().list(Optional.empty(), 20)).hasSize(9);
    for (NewFork fork : wanted) {
      assertSound(fork.id());
    }
  }
}
