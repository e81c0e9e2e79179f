package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Committing turns, and reading them one by one. */
public abstract class AppendContract extends PersistenceSuite {

  @Test
  void a_commit_moves_the_head_to_its_state() {
    SampleRun run = run("world");
    TurnCommit commit = run.next().build();
    Committed committed = states().append(commit);
    State state = commit.state();
    assertThat(committed.head()).isEqualTo(Head.at(state));
    assertThat(committed.storedBytes()).isPositive();
    assertThat(states().head(run.id())).isEqualTo(committed.head());
    assertThat(simulations().find(run.id())).map(Simulation::head).contains(committed.head());
  }

  @Test
  void every_turn_reads_as_it_was_written() {
    SampleRun run = run("world").commit(100);
    for (State written : run.states()) {
      assertThat(states().stateAt(run.id(), written.turn())).isEqualTo(written);
    }
    for (TurnCommit written : run.commits()) {
      assertThat(states().transitionAt(run.id(), written.state().turn()))
          .isEqualTo(written.turn().transition());
    }
  }

  @Test
  void turn_0_has_no_transition() {
    SampleRun run = run("world").commit(1);
    assertThat(states().transitionAt(run.id(), TurnNumber.ZERO)).isEmpty();
  }

  @Test
  void turns_after_the_head_are_out_of_range() {
    SampleRun run = run("world").commit(2);
    for (TurnNumber turn :
        new TurnNumber[] {new TurnNumber(3), new TurnNumber(TurnNumber.MAX_VALUE)}) {
      assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> states().stateAt(run.id(), turn));
      assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> states().transitionAt(run.id(), turn));
    }
  }

  @Test
  void a_commit_on_a_head_that_moved_is_refused_and_nothing_is_written() {
    SampleRun run = run("world").commit(1);
    TurnCommit late =
        run.next()
            .document(Samples.document("{\"late\":true}"))
            .checkpoint("late", CheckpointKind.NAMED)
            .build();
    run.commit(2);
    assertRefused(ErrorCode.HEAD_MOVED, () -> states().append(late));
    assertUnchanged(run);
    assertThat(checkpoints().find(run.id(), new CheckpointName("late"))).isEmpty();
    assertThat(states().stateAt(run.id(), new TurnNumber(2))).isEqualTo(run.states().get(2));
  }

  @Test
  void a_turn_on_another_segment_than_the_heads_is_refused_and_nothing_is_written() {
    SampleRun run = run("world").commit(2);
    assertRefused(
        ErrorCode.INVALID_VALUE,
        () -> states().append(run.next().segment(new SegmentId(new UUID(1, 2))).build()));
    assertUnchanged(run);
  }

  @Test
  void a_commit_that_is_made_twice_is_written_once() {
    SampleRun run = run("world");
    TurnCommit commit = run.commit(turn -> turn);
    assertRefused(ErrorCode.HEAD_MOVED, () -> states().append(commit));
    assertUnchanged(run);
  }

  @Test
  void a_checkpoint_is_written_with_its_turn() {
    SampleRun run = run("world");
    TurnCommit commit = run.commit(turn -> turn.checkpoint("first", CheckpointKind.AUTOMATIC));
    assertThat(checkpoints().find(run.id(), new CheckpointName("first")))
        .isEqualTo(commit.checkpoint());
    assertThat(checkpoints().list(run.id(), Optional.empty(), 10))
        .containsExactly(commit.checkpoint().orElseThrow());
  }

  @Test
  void a_commit_whose_checkpoint_has_a_taken_name_is_refused_whole() {
    SampleRun run = run("world");
    TurnCommit first = run.commit(turn -> turn.checkpoint("mark", CheckpointKind.NAMED));
    TurnCommit second = run.next().checkpoint("mark", CheckpointKind.NAMED).build();
    assertThat(assertRefused(ErrorCode.NAME_TAKEN, () -> states().append(second)))
        .hasMessageContaining("mark");
    assertUnchanged(run);
    assertThat(checkpoints().list(run.id(), Optional.empty(), 10))
        .containsExactly(first.checkpoint().orElseThrow());
    run.commit(1);
    assertUnchanged(run);
  }

  @Test
  void a_state_that_is_like_the_one_before_is_a_turn_of_its_own() {
    SampleRun run = run("world");
    Document same = run.head().document();
    run.commit(turn -> turn.document(same));
    run.commit(turn -> turn.document(same));
    assertUnchanged(run);
    assertThat(states().stateAt(run.id(), new TurnNumber(2))).isEqualTo(run.head());
  }

  @Test
  void runs_that_are_alike_stay_apart_and_have_equal_chains() {
    SampleRun one = run("one").commit(3);
    SampleRun two = run("two").commit(3);
    assertUnchanged(one);
    assertUnchanged(two);
    assertThat(states().head(one.id()).receipt()).isEqualTo(states().head(two.id()).receipt());
    one.commit(turn -> turn.document(Document.EMPTY_OBJECT));
    assertUnchanged(two);
    assertThat(states().stateAt(two.id(), new TurnNumber(3))).isEqualTo(two.head());
  }

  @Test
  void a_simulation_that_does_not_exist_has_no_turns() {
    NewSimulation absent = samples.simulation("absent").build();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().head(absent.id()));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> states().stateAt(absent.id(), TurnNumber.ZERO));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> states().transitionAt(absent.id(), TurnNumber.ZERO));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND,
        () -> states().append(samples.turnAfter(absent.initial(), new WriterEpoch(1)).build()));
  }
}
