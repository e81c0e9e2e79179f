package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deleting simulations. */
public abstract class DeletionContract extends PersistenceSuite {

  @Test
  void a_deleted_simulation_is_nowhere_to_be_found() {
    SampleRun run = run("world").commit(3);
    writers().delete(run.id(), run.epoch());
    SimulationId id = run.id();
    assertThat(simulations().find(id)).isEmpty();
    assertThat(simulations().find(run.origin().name())).isEmpty();
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
    assertThat(simulations().findByIdPrefix(id.toString(), 10)).isEmpty();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().head(id));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().stateAt(id, TurnNumber.ZERO));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> history(id, TurnRange.ALL));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().append(run.next().build()));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> writers().delete(id, run.epoch()));
  }

  @Test
  void its_name_may_be_used_again_and_brings_nothing_of_it_back() {
    SampleRun run = run("world");
    run.commit(turn -> turn.checkpoint("before the flood", CheckpointKind.NAMED));
    writers().delete(run.id(), run.epoch());
    SampleRun next = run("world");
    assertUnchanged(next);
    assertThat(checkpoints().list(next.id(), Optional.empty(), 10)).isEmpty();
    next.commit(turn -> turn.checkpoint("before the flood", CheckpointKind.NAMED));
    assertThat(checkpoints().find(next.id(), new CheckpointName("before the flood")))
        .contains(next.commits().get(0).checkpoint().orElseThrow());
  }

  @Test
  void other_simulations_stay_as_they_are() {
    SampleRun kept = run("kept").commit(2);
    SampleRun deleted = run("deleted").commit(2);
    writers().delete(deleted.id(), deleted.epoch());
    assertUnchanged(kept);
    assertThat(states().stateAt(kept.id(), new TurnNumber(2))).isEqualTo(kept.head());
    kept.commit(1);
    assertUnchanged(kept);
  }

  @Test
  void a_writer_that_was_taken_over_deletes_nothing() {
    SampleRun run = run("world").commit(1);
    takeOver(run.id(), BOB);
    assertRefused(ErrorCode.WRITER_FENCED, BOB, () -> writers().delete(run.id(), run.epoch()));
    assertUnchanged(run);
  }

  @Test
  void nobody_deletes_without_having_opened_for_writing() {
    NewSimulation simulation = created("world");
    assertRefused(
        ErrorCode.WRITER_FENCED, () -> writers().delete(simulation.id(), WriterEpoch.NONE));
    assertThat(simulations().find(simulation.id()))
        .map(Simulation::name)
        .contains(simulation.name());
  }

  @Test
  void closing_the_session_of_a_deleted_simulation_does_nothing() {
    SampleRun run = run("world");
    writers().delete(run.id(), run.epoch());
    assertThatCode(run.session()::close).doesNotThrowAnyException();
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
  }
}
