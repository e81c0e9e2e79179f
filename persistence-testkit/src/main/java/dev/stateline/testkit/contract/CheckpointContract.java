package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names for states. */
public abstract class CheckpointContract extends PersistenceSuite {

  @Test
  void a_checkpoint_reads_as_it_was_saved() {
    SampleRun run = run("world").commit(2);
    Checkpoint saved =
        new Checkpoint(
            new CheckpointId(samples.next()),
            run.id(),
            new CheckpointName("before the flood"),
            CheckpointKind.NAMED,
            run.head().ref(),
            Instant.parse("2026-02-28T23:59:59.999999Z"),
            Samples.document("{\"by\":\"ana\",\"note\":\"dams\"}"));
    checkpoints().save(saved);
    assertThat(checkpoints().find(run.id(), saved.name())).contains(saved);
    assertThat(list(run.id())).containsExactly(saved);
  }

  @Test
  void both_kinds_are_kept_and_every_turn_may_have_several() {
    SampleRun run = run("world").commit(1);
    State initial = run.origin().initial();
    Checkpoint one = save(initial, "one");
    Checkpoint automatic = samples.checkpoint(initial, "auto-0", CheckpointKind.AUTOMATIC);
    checkpoints().save(automatic);
    assertThat(list(run.id())).containsExactly(one, automatic);
  }

  @Test
  void a_checkpoint_may_be_saved_and_deleted_beside_a_living_writer() {
    SampleRun run = run("world").commit(1);
    Checkpoint saved = save(run.head(), "mark");
    run.commit(1);
    checkpoints().delete(run.id(), saved.name());
    run.commit(1);
    assertUnchanged(run);
  }

  @Test
  void a_name_is_unique_in_its_simulation_only() {
    SampleRun one = run("one").commit(1);
    SampleRun two = run("two").commit(1);
    Checkpoint first = save(one.head(), "mark");
    Checkpoint other = save(two.head(), "mark");
    Checkpoint again = samples.checkpoint(one.origin().initial(), "mark");
    assertThat(assertRefused(ErrorCode.NAME_TAKEN, () -> checkpoints().save(again)))
        .hasMessageContaining("mark");
    assertThat(list(one.id())).containsExactly(first);
    assertThat(list(two.id())).containsExactly(other);
  }

  @Test
  void names_that_differ_in_case_are_different() {
    SampleRun run = run("world");
    Checkpoint lower = save(run.head(), "mark");
    Checkpoint upper = save(run.head(), "Mark");
    assertThat(checkpoints().find(run.id(), lower.name())).contains(lower);
    assertThat(checkpoints().find(run.id(), upper.name())).contains(upper);
  }

  @Test
  void a_state_that_is_not_the_one_of_its_turn_is_refused() {
    SampleRun run = run("world").commit(3);
    SampleRun other = run("other").commit(3);
    StateRef second = run.states().get(2).ref();
    SegmentId elsewhere = new SegmentId(samples.next());
    assertNotSaved(run, other.states().get(2).ref());
    assertNotSaved(run, new StateRef(elsewhere, second.turn(), second.chainHash()));
    assertNotSaved(run, new StateRef(second.segment(), second.turn(), run.head().chainHash()));
    assertNotSaved(run, new StateRef(second.segment(), new TurnNumber(1), second.chainHash()));
    assertNotSaved(run, new StateRef(second.segment(), new TurnNumber(4), second.chainHash()));
  }

  private void assertNotSaved(SampleRun run, StateRef state) {
    Checkpoint wrong =
        new Checkpoint(
            new CheckpointId(samples.next()),
            run.id(),
            new CheckpointName("mark"),
            CheckpointKind.NAMED,
            state,
            samples.now(),
            Document.EMPTY_OBJECT);
    assertRefused(ErrorCode.TURN_OUT_OF_RANGE, () -> checkpoints().save(wrong));
    assertThat(list(run.id())).isEmpty();
  }

  @Test
  void pages_follow_each_other_by_turn_and_then_by_id() {
    SampleRun run = run("world").commit(2);
    List<Checkpoint> saved = new ArrayList<>();
    for (State state : run.states()) {
      saved.add(samples.checkpoint(state, "b" + state.turn()));
      saved.add(samples.checkpoint(state, "a" + state.turn()));
    }
    for (int i = saved.size() - 1; i >= 0; i--) {
      checkpoints().save(saved.get(i));
    }
    assertThat(list(run.id())).isEqualTo(saved);
    assertThat(checkpoints().list(run.id(), Optional.empty(), 1)).isEqualTo(saved.subList(0, 1));
    assertThat(checkpoints().list(run.id(), Optional.of(saved.get(0)), 3))
        .isEqualTo(saved.subList(1, 4));
    assertThat(checkpoints().list(run.id(), Optional.of(saved.get(3)), 100))
        .isEqualTo(saved.subList(4, 6));
    assertThat(checkpoints().list(run.id(), Optional.of(saved.get(5)), 1)).isEmpty();
  }

  @Test
  void a_deleted_checkpoint_is_gone_its_state_stays_and_its_name_is_free() {
    SampleRun run = run("world").commit(1);
    Checkpoint kept = save(run.head(), "kept");
    Checkpoint deleted = save(run.head(), "mark");
    checkpoints().delete(run.id(), deleted.name());
    assertThat(checkpoints().find(run.id(), deleted.name())).isEmpty();
    assertThat(list(run.id())).containsExactly(kept);
    assertThat(states().stateAt(run.id(), run.head().turn())).isEqualTo(run.head());
    Checkpoint again = save(run.origin().initial(), "mark");
    assertThat(checkpoints().find(run.id(), again.name())).contains(again);
  }

  @Test
  void a_checkpoint_can_be_deleted_by_its_id_where_none_is_named_so() {
    SampleRun run = run("world").commit(1);
    Checkpoint kept = save(run.head(), "kept");
    Checkpoint deleted = save(run.head(), "mark");
    checkpoints().delete(run.id(), new CheckpointName(deleted.id().toString()));
    assertThat(list(run.id())).containsExactly(kept);
  }

  @Test
  void a_checkpoint_that_is_named_as_another_ones_id_is_deleted_by_its_name() {
    SampleRun run = run("world").commit(1);
    Checkpoint kept = save(run.head(), "kept");
    Checkpoint deleted = save(run.head(), kept.id().toString());
    checkpoints().delete(run.id(), deleted.name());
    assertThat(list(run.id())).containsExactly(kept);
  }

  @Test
  void deleting_touches_no_other_simulation() {
    SampleRun one = run("one");
    SampleRun two = run("two");
    save(one.head(), "mark");
    Checkpoint kept = save(two.head(), "mark");
    checkpoints().delete(one.id(), kept.name());
    assertThat(list(two.id())).containsExactly(kept);
  }

  @Test
  void one_that_does_not_exist_is_not_found() {
    SampleRun run = run("world");
    CheckpointName name = new CheckpointName("mark");
    assertThat(checkpoints().find(run.id(), name)).isEmpty();
    assertThat(list(run.id())).isEmpty();
    assertThat(
            assertRefused(
                ErrorCode.CHECKPOINT_NOT_FOUND, () -> checkpoints().delete(run.id(), name)))
        .hasMessageContaining("mark");
  }

  @Test
  void a_simulation_that_does_not_exist_has_no_checkpoints() {
    State absent = samples.simulation("absent").build().initial();
    Checkpoint checkpoint = samples.checkpoint(absent, "mark");
    SimulationId id = absent.simulation();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> checkpoints().save(checkpoint));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> checkpoints().find(id, checkpoint.name()));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> list(id));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> checkpoints().delete(id, checkpoint.name()));
  }

  private Checkpoint save(State state, String name) {
    Checkpoint checkpoint = samples.checkpoint(state, name);
    checkpoints().save(checkpoint);
    return checkpoint;
  }

  private List<Checkpoint> list(SimulationId id) {
    return checkpoints().list(id, Optional.empty(), 100);
  }
}
