package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Numbers and moments at the ends of their ranges come back exactly. */
public abstract class ExactValuesContract extends PersistenceSuite {

  @TestFactory
  Stream<DynamicTest> simulated_times_come_back_exactly() {
    return Stream.of(
            "-4712-01-01T00:00:00Z",
            "-0001-12-31T23:59:59.999999Z",
            "0000-02-29T00:00:00Z",
            "1582-10-10T12:00:00Z",
            "1969-12-31T23:59:59.999999Z",
            "1970-01-01T00:00:00.000001Z",
            "2016-12-31T23:59:59.100000Z",
            "+10000-01-01T00:00:00Z",
            "+294246-12-31T23:59:59.999999Z")
        .map(time -> dynamicTest(time, () -> assertSimulatedTime(time)));
  }

  private void assertSimulatedTime(String time) {
    SampleRun run = run(samples.simulation("at " + time.replace(':', '.')).time(time).build());
    run.commit(turn -> turn.time(time));
    run.commit(turn -> turn);
    assertReadsAsWritten(run);
    assertThat(states().head(run.id()).chainHash()).isEqualTo(run.head().chainHash());
  }

  @TestFactory
  Stream<DynamicTest> seeds_come_back_exactly() {
    return LongStream.of(0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1)
        .mapToObj(seed -> dynamicTest(Long.toString(seed), () -> assertSeed(seed)));
  }

  private void assertSeed(long seed) {
    Provenance provenance = Samples.provenance("1.0.0", seed);
    SampleRun run =
        run(samples.simulation("seed " + seed).seed(seed).provenance(provenance).build());
    run.commit(1);
    assertReadsAsWritten(run);
    assertThat(simulations().find(run.id())).map(Simulation::seed).contains(seed);
    assertThat(simulations().lineage(run.id()).segments()).containsExactly(run.origin().root());
    assertThat(states().head(run.id()).provenanceHash()).isEqualTo(provenance.hash());
  }

  @Test
  void every_state_keeps_the_provenance_that_it_was_computed_with() {
    SampleRun run = run("world").commit(2);
    Provenance second = Samples.provenance("2.0.0-rc.1 \"beta\"", -5);
    run.commit(turn -> turn.provenance(second));
    run.commit(2);
    assertThat(states().head(run.id()).provenanceHash()).isEqualTo(second.hash());
    run.commit(turn -> turn.provenance(run.origin().initial().provenance()));
    assertReadsAsWritten(run);
  }

  @Test
  void moments_of_the_wall_clock_come_back_to_the_microsecond() {
    SampleRun run =
        run(
            samples
                .simulation("world")
                .createdAt(Instant.parse("2026-02-28T23:59:59.999999Z"))
                .build());
    run.commit(turn -> turn.createdAt(Instant.parse("1970-01-01T00:00:00.000001Z")));
    run.commit(turn -> turn.createdAt(Instant.parse("1969-12-31T23:59:59.999999Z")));
    run.commit(turn -> turn.createdAt(Instant.parse("9999-12-31T23:59:59.123456Z")));
    assertReadsAsWritten(run);
    assertThat(simulations().find(run.id()))
        .map(Simulation::createdAt)
        .contains(Instant.parse("2026-02-28T23:59:59.999999Z"));
  }

  @Test
  void processing_times_come_back_to_the_millisecond() {
    SampleRun run = run("world");
    run.commit(turn -> turn.processingTime(Duration.ZERO));
    run.commit(turn -> turn.processingTime(Duration.ofMillis(1)));
    run.commit(turn -> turn.processingTime(Duration.ofMillis(Integer.MAX_VALUE + 1L)));
    run.commit(turn -> turn.processingTime(Duration.ofDays(3650)));
    assertReadsAsWritten(run);
  }

  @Test
  void state_versions_come_back() {
    SampleRun run = run(samples.simulation("world").stateVersion(3).build());
    run.commit(turn -> turn.stateVersion(4));
    run.commit(turn -> turn.stateVersion(Integer.MAX_VALUE));
    assertReadsAsWritten(run);
  }

  @Test
  void the_last_possible_target_turn_comes_back() {
    SampleRun run = run(samples.simulation("world").targetTurn(TurnNumber.MAX_VALUE).build());
    assertThat(simulations().find(run.id()).flatMap(Simulation::targetTurn))
        .contains(new TurnNumber(TurnNumber.MAX_VALUE));
  }

  private void assertReadsAsWritten(SampleRun run) {
    for (State state : run.states()) {
      assertThat(states().stateAt(run.id(), state.turn())).isEqualTo(state);
    }
    for (TurnCommit commit : run.commits()) {
      assertThat(states().transitionAt(run.id(), commit.state().turn()))
          .isEqualTo(commit.turn().transition());
    }
  }
}
