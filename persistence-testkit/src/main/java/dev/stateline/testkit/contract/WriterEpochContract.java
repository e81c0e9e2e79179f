package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import org.junit.jupiter.api.Test;

/** Who may write: one session at a time, fenced by its epoch. */
public abstract class WriterEpochContract extends PersistenceSuite {

  @Test
  void every_opening_raises_the_epoch_by_one() {
    NewSimulation simulation = created("world");
    for (long expected = 1; expected <= 3; expected++) {
      try (WriterSession session = open(simulation.id(), ALICE)) {
        assertThat(session.epoch()).isEqualTo(new WriterEpoch(expected));
        assertThat(now(simulation).epoch()).isEqualTo(session.epoch());
      }
    }
    assertThat(now(simulation).epoch()).isEqualTo(new WriterEpoch(3));
  }

  @Test
  void the_simulation_names_its_writer_until_it_closes() {
    NewSimulation simulation = created("world");
    WriterSession session = open(simulation.id(), ALICE);
    assertThat(now(simulation).writer()).contains(ALICE);
    session.close();
    assertThat(now(simulation).writer()).isEmpty();
  }

  @Test
  void a_writer_lives_from_its_opening_until_it_closes() {
    NewSimulation simulation = created("world");
    assertThat(writers().isAlive(simulation.id())).isFalse();
    WriterSession session = open(simulation.id(), ALICE);
    assertThat(writers().isAlive(simulation.id())).isTrue();
    assertThat(now(simulation).epoch()).isEqualTo(session.epoch());
    session.close();
    assertThat(writers().isAlive(simulation.id())).isFalse();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> writers().isAlive(unknown()));
  }

  @Test
  void whoever_took_over_lives_although_the_former_writer_closes() {
    SampleRun run = run("world");
    WriterSession session = takeOver(run.id(), BOB);
    run.session().close();
    assertThat(writers().isAlive(run.id())).isTrue();
    session.close();
    assertThat(writers().isAlive(run.id())).isFalse();
  }

  @Test
  void a_second_writer_is_refused_and_told_who_is_there() {
    NewSimulation simulation = created("world");
    WriterSession session = open(simulation.id(), ALICE);
    assertRefused(ErrorCode.WRITER_PRESENT, ALICE, () -> open(simulation.id(), BOB));
    assertThat(assertRefused(ErrorCode.WRITER_PRESENT, () -> open(simulation.id(), BOB)))
        .hasMessageContaining("world");
    assertThat(now(simulation).epoch()).isEqualTo(session.epoch());
    assertThat(now(simulation).writer()).contains(ALICE);
    states().append(samples.turnAfter(simulation.initial(), session.epoch()).build());
  }

  @Test
  void the_same_writer_is_refused_too_while_its_first_session_lives() {
    NewSimulation simulation = created("world");
    open(simulation.id(), ALICE);
    assertRefused(ErrorCode.WRITER_PRESENT, ALICE, () -> open(simulation.id(), ALICE));
  }

  @Test
  void a_writer_that_closed_does_not_stand_in_the_way() {
    NewSimulation simulation = created("world");
    open(simulation.id(), ALICE).close();
    WriterSession session = open(simulation.id(), BOB);
    assertThat(session.epoch()).isEqualTo(new WriterEpoch(2));
    assertThat(now(simulation).writer()).contains(BOB);
  }

  @Test
  void a_writer_that_was_taken_over_commits_nothing_and_is_told_by_whom() {
    SampleRun run = run("world").commit(2);
    WriterSession session = takeOver(run.id(), BOB);
    assertThat(session.epoch()).isEqualTo(run.epoch().next());
    assertRefused(ErrorCode.WRITER_FENCED, BOB, () -> states().append(run.next().build()));
    assertUnchanged(run);
  }

  @Test
  void whoever_took_over_goes_on_from_the_head() {
    SampleRun run = run("world").commit(2);
    WriterSession session = takeOver(run.id(), BOB);
    State next = samples.turnAfter(run.head(), session.epoch()).build().state();
    states().append(samples.turnAfter(run.head(), session.epoch()).build());
    assertThat(states().head(run.id()).turn()).isEqualTo(next.turn());
  }

  @Test
  void taking_over_where_nobody_writes_is_plain_opening() {
    NewSimulation simulation = created("world");
    WriterSession session = takeOver(simulation.id(), BOB);
    assertThat(session.epoch()).isEqualTo(new WriterEpoch(1));
    assertThat(now(simulation).writer()).contains(BOB);
  }

  @Test
  void closing_a_session_that_was_taken_over_leaves_the_new_one_in_force() {
    SampleRun run = run("world");
    WriterSession session = takeOver(run.id(), BOB);
    run.session().close();
    assertThat(now(run.origin()).writer()).contains(BOB);
    assertRefused(ErrorCode.WRITER_PRESENT, BOB, () -> open(run.id(), ALICE));
    states().append(samples.turnAfter(run.head(), session.epoch()).build());
  }

  @Test
  void closing_again_does_nothing_even_when_somebody_else_writes_by_then() {
    NewSimulation simulation = created("world");
    WriterSession session = open(simulation.id(), ALICE);
    session.close();
    session.close();
    open(simulation.id(), BOB);
    session.close();
    assertThat(now(simulation).writer()).contains(BOB);
  }

  @Test
  void a_session_that_was_closed_writes_no_more() {
    SampleRun run = run("world").commit(1);
    run.session().close();
    Simulation before = now(run.origin());
    assertRefused(ErrorCode.WRITER_FENCED, () -> states().append(run.next().build()));
    assertRefused(
        ErrorCode.WRITER_FENCED,
        () ->
            writers()
                .changeStatus(run.id(), run.epoch(), StatusChange.to(SimulationStatus.RUNNING)));
    assertRefused(ErrorCode.WRITER_FENCED, () -> writers().delete(run.id(), run.epoch()));
    assertThat(now(run.origin())).isEqualTo(before);
    assertUnchanged(run);
  }

  @Test
  void nobody_writes_without_having_opened_for_writing() {
    NewSimulation simulation = created("world");
    assertRefused(
        ErrorCode.WRITER_FENCED,
        () -> states().append(samples.turnAfter(simulation.initial(), WriterEpoch.NONE).build()));
    assertThat(states().head(simulation.id()).state()).isEqualTo(simulation.initial().ref());
  }

  @Test
  void an_epoch_that_was_never_given_is_refused() {
    SampleRun run = run("world");
    assertRefused(
        ErrorCode.WRITER_FENCED,
        () -> states().append(samples.turnAfter(run.head(), run.epoch().next()).build()));
    assertUnchanged(run);
  }

  @Test
  void writers_of_different_simulations_do_not_meet() {
    SampleRun one = run("one");
    SampleRun two = run("two");
    one.commit(2);
    two.commit(1);
    takeOver(one.id(), BOB);
    two.commit(1);
    assertUnchanged(one);
    assertUnchanged(two);
  }

  @Test
  void a_simulation_that_does_not_exist_cannot_be_opened() {
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> open(unknown(), ALICE));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> takeOver(unknown(), ALICE));
  }

  private Simulation now(NewSimulation simulation) {
    return simulations().find(simulation.id()).orElseThrow();
  }
}
