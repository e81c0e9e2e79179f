package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.AuditedTurn.AuditedTransition;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What verification reads of a database that is whole. */
public abstract class AuditContract extends PersistenceSuite {

  @Test
  void every_turn_is_given_out_as_it_was_written_and_has_no_defect() {
    SampleRun run = run(samples.simulation("world").time("1992-01-01T00:00:00Z").build());
    run.commit(turn -> turn.time("1992-02-01T00:00:00Z"));
    run.commit(turn -> turn.provenance(Samples.provenance("2.0.0", 1)));
    run.commit(20);
    assertThat(audited(run.id(), TurnRange.ALL)).isEqualTo(expected(run));
  }

  @Test
  void a_range_is_inclusive_and_ends_at_the_head() {
    SampleRun run = run("world").commit(5);
    List<AuditedTurn> all = expected(run);
    assertThat(audited(run.id(), range(2, 4))).isEqualTo(all.subList(2, 5));
    assertThat(audited(run.id(), range(0, 0))).isEqualTo(all.subList(0, 1));
    assertThat(audited(run.id(), range(4, 99))).isEqualTo(all.subList(4, 6));
    assertThat(audited(run.id(), range(6, 99))).isEmpty();
  }

  @Test
  void the_bookkeeping_has_no_defect_at_any_time() {
    SampleRun run = run("world");
    assertThat(persistence.audit().bookkeeping(run.id())).isEmpty();
    run.commit(3);
    checkpoints().save(samples.checkpoint(run.head(), "mark"));
    assertThat(persistence.audit().bookkeeping(run.id())).isEmpty();
    takeOver(run.id(), BOB).close();
    assertThat(persistence.audit().bookkeeping(run.id())).isEmpty();
  }

  @Test
  void a_database_that_nobody_damaged_has_no_defect_and_lists_what_it_has() {
    assertThat(persistence.audit().database()).isEmpty();
    SampleRun run = run("world").commit(3);
    run("other");
    assertThat(persistence.audit().database()).isEmpty();
    assertThat(persistence.simulations().look(Optional.empty(), 9))
        .isEqualTo(
            persistence.simulations().list(Optional.empty(), 9).stream()
                .map(ListedSimulation::of)
                .toList());
    assertThat(persistence.simulations().look(run.id()))
        .isEqualTo(persistence.simulations().find(run.id()).map(ListedSimulation::of));
    assertThat(persistence.simulations().look(new SimulationName("nobody"))).isEmpty();
    assertThat(persistence.simulations().look(unknown())).isEmpty();
  }

  @Test
  void a_stream_that_is_closed_half_read_cannot_be_read_on() {
    SampleRun run = run("world").commit(3);
    Stream<AuditedTurn> stream = persistence.audit().turns(run.id(), TurnRange.ALL);
    Iterator<AuditedTurn> turns = stream.iterator();
    assertThat(turns.next().turn()).isEqualTo(TurnNumber.ZERO);
    stream.close();
    assertThatThrownBy(turns::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_simulation_that_does_not_exist_cannot_be_audited() {
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> audited(unknown(), TurnRange.ALL));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> persistence.audit().bookkeeping(unknown()));
  }

  private List<AuditedTurn> audited(SimulationId id, TurnRange range) {
    try (Stream<AuditedTurn> turns = persistence.audit().turns(id, range)) {
      return turns.toList();
    }
  }

  private static TurnRange range(int from, int to) {
    return new TurnRange(new TurnNumber(from), new TurnNumber(to));
  }

  private static List<AuditedTurn> expected(SampleRun run) {
    return run.turns().stream().map(AuditContract::expected).toList();
  }

  private static AuditedTurn expected(Turn turn) {
    State state = turn.state();
    return new AuditedTurn(
        state.turn(),
        true,
        state.simulatedTime(),
        Optional.of(state.content()),
        Optional.of(state.stateHash()),
        Optional.of(state.chainHash().value()),
        Optional.of(state.provenance().hash()),
        turn.transition().map(AuditContract::expected),
        List.of());
  }

  private static AuditedTransition expected(Transition transition) {
    return new AuditedTransition(
        Optional.of(transition.actionsContent()),
        Optional.of(transition.outcomesContent()),
        Optional.of(transition.actionsContent().hash()),
        Optional.of(transition.outcomesContent().hash()));
  }
}
