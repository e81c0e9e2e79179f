package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The life of a simulation. */
public abstract class StatusContract extends PersistenceSuite {

  @TestFactory
  Stream<DynamicTest> a_status_changes_as_the_domain_allows_and_not_otherwise() {
    return Arrays.stream(SimulationStatus.values())
        .flatMap(
            from ->
                Arrays.stream(SimulationStatus.values())
                    .map(
                        to ->
                            dynamicTest(
                                from.text() + " to " + to.text(), () -> assertChange(from, to))));
  }

  private void assertChange(SimulationStatus from, SimulationStatus to) {
    SampleRun run = run("from " + from.text() + " to " + to.text());
    wayTo(from).forEach(step -> change(run, StatusChange.to(step)));
    Simulation before = now(run);
    assertThat(before.status()).isEqualTo(from);
    if (from.canBecome(to)) {
      change(run, StatusChange.to(to));
      assertThat(now(run).status()).isEqualTo(to);
    } else {
      assertThat(
              assertRefused(
                  ErrorCode.INVALID_STATUS_CHANGE, () -> change(run, StatusChange.to(to))))
          .hasMessageContainingAll(from.text(), to.text());
      assertThat(now(run)).isEqualTo(before);
    }
  }

  private static List<SimulationStatus> wayTo(SimulationStatus status) {
    return switch (status) {
      case CREATED -> List.of();
      case RUNNING, ARCHIVED -> List.of(status);
      case PAUSED, COMPLETED, FAILED -> List.of(SimulationStatus.RUNNING, status);
    };
  }

  @Test
  void the_reason_is_that_of_the_last_change() {
    SampleRun run = run("world");
    change(run, StatusChange.to(SimulationStatus.RUNNING));
    change(run, StatusChange.failed("the engine divided by zero"));
    assertThat(now(run).statusReason()).contains("the engine divided by zero");
    change(run, StatusChange.to(SimulationStatus.RUNNING));
    assertThat(now(run).statusReason()).isEmpty();
  }

  @Test
  void the_target_turn_stays_until_a_change_brings_another() {
    SampleRun run = run(samples.simulation("world").targetTurn(30).build());
    change(run, StatusChange.to(SimulationStatus.RUNNING));
    assertThat(now(run).targetTurn()).contains(new TurnNumber(30));
    change(run, StatusChange.running(new TurnNumber(50)));
    assertThat(now(run).targetTurn()).contains(new TurnNumber(50));
    change(run, StatusChange.to(SimulationStatus.PAUSED));
    assertThat(now(run).targetTurn()).contains(new TurnNumber(50));
  }

  @Test
  void a_simulation_may_get_its_first_target_turn_by_a_change() {
    SampleRun run = run("world");
    assertThat(now(run).targetTurn()).isEmpty();
    change(run, StatusChange.running(new TurnNumber(TurnNumber.MAX_VALUE)));
    assertThat(now(run).targetTurn()).contains(new TurnNumber(TurnNumber.MAX_VALUE));
  }

  @Test
  void a_change_of_status_changes_nothing_else() {
    SampleRun run = run("world").commit(2);
    Simulation before = now(run);
    change(run, new StatusChange(SimulationStatus.RUNNING, Optional.of("again"), Optional.empty()));
    assertThat(now(run))
        .isEqualTo(before.but().status(SimulationStatus.RUNNING, Optional.of("again")).build());
    assertUnchanged(run);
  }

  @Test
  void a_writer_that_was_taken_over_changes_nothing() {
    SampleRun run = run("world");
    takeOver(run.id(), BOB);
    Simulation before = now(run);
    assertRefused(
        ErrorCode.WRITER_FENCED, BOB, () -> change(run, StatusChange.to(SimulationStatus.RUNNING)));
    assertThat(now(run)).isEqualTo(before);
  }

  @Test
  void a_simulation_that_does_not_exist_has_no_status_to_change() {
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND,
        () ->
            writers()
                .changeStatus(
                    unknown(), new WriterEpoch(1), StatusChange.to(SimulationStatus.RUNNING)));
  }

  private void change(SampleRun run, StatusChange change) {
    writers().changeStatus(run.id(), run.epoch(), change);
  }

  private Simulation now(SampleRun run) {
    return simulations().find(run.id()).orElseThrow();
  }
}
