package dev.stateline.testkit.contract;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleBranch;
import dev.stateline.testkit.sample.SampleRun;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Errors say the same on every adapter, for programs too: their fields and what helps are those
 * that the domain gives them.
 */
public abstract class ErrorContract extends PersistenceSuite {

  @Test
  void a_simulation_that_is_not_there_is_named_by_its_id() {
    SimulationId id = unknown();
    WriterEpoch epoch = new WriterEpoch(1);
    NotFoundException absent = NotFoundException.simulation(id);
    CheckpointName mark = new CheckpointName("mark");
    assertRefused(absent, () -> simulations().lineage(id));
    assertRefused(absent, () -> open(id, ALICE));
    assertRefused(
        absent, () -> writers().changeStatus(id, epoch, StatusChange.to(SimulationStatus.RUNNING)));
    assertRefused(absent, () -> writers().delete(id, epoch));
    assertRefused(absent, () -> states().head(id));
    assertRefused(absent, () -> states().stateAt(id, TurnNumber.ZERO));
    assertRefused(absent, () -> states().transitionAt(id, TurnNumber.ZERO));
    assertRefused(absent, () -> history(id, TurnRange.ALL));
    assertRefused(absent, () -> checkpoints().find(id, mark));
    assertRefused(absent, () -> checkpoints().list(id, Optional.empty(), 1));
    assertRefused(absent, () -> checkpoints().delete(id, mark));
    assertRefused(absent, () -> persistence.audit().bookkeeping(id));
  }

  @Test
  void a_turn_after_the_head_is_named_with_the_head() {
    SampleRun run = run("world").commit(2);
    NotFoundException absent = NotFoundException.turn(7, 2);
    assertRefused(absent, () -> states().stateAt(run.id(), new TurnNumber(7)));
    assertRefused(absent, () -> states().transitionAt(run.id(), new TurnNumber(7)));
  }

  @Test
  void a_name_that_is_taken_is_named() {
    SampleRun run = run("world");
    run.commit(turn -> turn.checkpoint("mark", CheckpointKind.NAMED));
    assertRefused(ConflictException.nameTaken("world"), () -> created("world"));
    ConflictException taken = ConflictException.checkpointNameTaken("world", "mark");
    assertRefused(taken, () -> checkpoints().save(samples.checkpoint(run.head(), "mark")));
    assertRefused(
        taken, () -> states().append(run.next().checkpoint("mark", CheckpointKind.NAMED).build()));
  }

  @Test
  void a_checkpoint_that_is_not_there_is_named_with_its_simulation() {
    SampleRun run = run("world");
    assertRefused(
        NotFoundException.checkpoint("world", "mark"),
        () -> checkpoints().delete(run.id(), new CheckpointName("mark")));
  }

  @Test
  void a_writer_in_the_way_is_named() {
    SampleRun run = run("world");
    assertRefused(
        ConflictException.writerPresent("world", SampleRun.WRITER), () -> open(run.id(), BOB));
    takeOver(run.id(), BOB);
    assertFenced(ConflictException.fenced("world", Optional.of(BOB)), run);
  }

  @Test
  void a_writer_that_was_closed_is_fenced_by_nobody() {
    SampleRun run = run("world");
    run.session().close();
    assertFenced(ConflictException.fenced("world", Optional.empty()), run);
  }

  private void assertFenced(ConflictException fenced, SampleRun run) {
    assertRefused(fenced, () -> states().append(run.next().build()));
    assertRefused(
        fenced,
        () ->
            writers()
                .changeStatus(run.id(), run.epoch(), StatusChange.to(SimulationStatus.RUNNING)));
    assertRefused(fenced, () -> writers().delete(run.id(), run.epoch()));
  }

  @Test
  void a_status_that_cannot_follow_is_named_with_the_one_before() {
    SampleRun run = run("world");
    assertRefused(
        InvalidInputException.statusChange("world", "created", "failed"),
        () -> writers().changeStatus(run.id(), run.epoch(), StatusChange.failed("why")));
  }

  @Test
  void what_still_needs_turns_is_named_if_there_are_forks() {
    SampleBranch trunk = branch("trunk").commit(5);
    if (!declares(Capability.BRANCH)) {
      assertNotSupported(() -> trunk.fork("fork", 3));
      return;
    }
    SampleBranch fork = trunk.fork("fork", 3);
    assertRefused(ConflictException.historyNeeded("trunk", "fork"), trunk::delete);
    assertRefused(
        ConflictException.turnsNeeded("trunk", 2, "simulation 'fork'"), () -> trunk.discard(2));
    checkpoints().save(samples.checkpoint(trunk.head(), "treaty"));
    assertRefused(
        ConflictException.turnsNeeded("trunk", 4, "checkpoint 'treaty'"), () -> trunk.discard(4));
    assertRefused(ConflictException.nameTaken("fork"), () -> trunk.rollBack(4, "fork"));
    assertRefused(ConflictException.nameTaken("trunk"), () -> trunk.fork("trunk", 1));
    SampleBranch tail = trunk.rollBack(4, "tail");
    assertRefused(InvalidInputException.archived("tail"), () -> tail.rollBack(3, "again"));
    assertHeld(fork);
  }
}
