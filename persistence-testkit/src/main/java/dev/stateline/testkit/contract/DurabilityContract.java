package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is there after closing and opening again: everything where the fixture declares {@link
 * Capability#DURABLE}, nothing where it does not.
 */
public abstract class DurabilityContract extends PersistenceSuite {

  @Test
  void every_turn_outlives_the_database_being_closed_if_it_is_durable() {
    SampleRun run = run("world").commit(70);
    reopen();
    if (isDurable()) {
      assertUnchanged(run);
      for (TurnCommit commit : run.commits()) {
        State state = commit.state();
        assertThat(states().stateAt(run.id(), state.turn())).isEqualTo(state);
        assertThat(states().transitionAt(run.id(), state.turn()))
            .isEqualTo(commit.turn().transition());
      }
    } else {
      assertEmpty(run);
    }
  }

  @Test
  void a_simulation_outlives_the_database_being_closed_if_it_is_durable() {
    SampleRun run =
        run(samples.simulation("world").targetTurn(9).time("1992-01-01T00:00:00Z").build());
    run.commit(3);
    writers().changeStatus(run.id(), run.epoch(), StatusChange.to(SimulationStatus.RUNNING));
    writers().changeStatus(run.id(), run.epoch(), StatusChange.failed("out of wood"));
    run.session().close();
    Simulation before = simulations().find(run.id()).orElseThrow();
    reopen();
    if (isDurable()) {
      assertThat(simulations().find(run.id())).contains(before);
      assertThat(simulations().find(run.origin().name())).contains(before);
      assertThat(persistence.audit().bookkeeping(run.id())).isEmpty();
    } else {
      assertEmpty(run);
    }
  }

  @Test
  void checkpoints_outlive_the_database_being_closed_if_it_is_durable() {
    SampleRun run = run("world");
    TurnCommit commit = run.commit(turn -> turn.checkpoint("auto-1", CheckpointKind.AUTOMATIC));
    Checkpoint saved = samples.checkpoint(run.head(), "mark");
    checkpoints().save(saved);
    reopen();
    if (isDurable()) {
      assertThat(checkpoints().list(run.id(), Optional.empty(), 10))
          .containsExactly(commit.checkpoint().orElseThrow(), saved);
    } else {
      assertEmpty(run);
    }
  }

  @Test
  void what_was_deleted_or_refused_stays_away() {
    SampleRun deleted = run("deleted").commit(2);
    writers().delete(deleted.id(), deleted.epoch());
    SampleRun run = run("world").commit(1);
    TurnCommit late = run.next().checkpoint("late", CheckpointKind.NAMED).build();
    run.commit(1);
    assertRefused(ErrorCode.HEAD_MOVED, () -> states().append(late));
    reopen();
    assertThat(simulations().find(deleted.id())).isEmpty();
    if (isDurable()) {
      assertUnchanged(run);
      assertThat(checkpoints().list(run.id(), Optional.empty(), 10)).isEmpty();
    } else {
      assertEmpty(run);
    }
  }

  @Test
  void closing_the_database_ends_its_writers() {
    SampleRun run = run("world").commit(2);
    reopen();
    if (isDurable()) {
      WriterSession session = open(run.id(), BOB);
      assertThat(session.epoch()).isEqualTo(new WriterEpoch(run.epoch().value() + 1));
      assertRefused(ErrorCode.WRITER_FENCED, BOB, () -> states().append(run.next().build()));
      states().append(samples.turnAfter(run.head(), session.epoch()).build());
      assertThat(states().head(run.id()).turn()).isEqualTo(run.head().turn().next());
      run.session().close();
      assertThat(simulations().find(run.id()).flatMap(Simulation::writer)).contains(BOB);
    } else {
      assertEmpty(run);
    }
  }

  private boolean isDurable() {
    return declares(Capability.DURABLE);
  }

  private void assertEmpty(SampleRun run) {
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
    assertThat(simulations().find(run.origin().name())).isEmpty();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().head(run.id()));
  }
}
