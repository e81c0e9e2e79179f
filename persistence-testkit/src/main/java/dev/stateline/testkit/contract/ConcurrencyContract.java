package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads at once: one wins, the others are told so, and nobody sees half a turn. */
@Timeout(60)
public abstract class ConcurrencyContract extends PersistenceSuite {

  private static final int THREADS = 8;

  @RepeatedTest(5)
  void of_several_commits_on_one_head_exactly_one_is_written() throws Exception {
    SampleRun run = run("world").commit(1);
    Race<Committed> race =
        Race.of(
            THREADS,
            i -> {
              TurnCommit commit =
                  run.next().document(Samples.document("{\"writer\":" + i + "}")).build();
              return () -> states().append(commit);
            });
    assertOneWon(race, ErrorCode.HEAD_MOVED);
    Committed winner = race.won().get(0);
    assertThat(states().head(run.id())).isEqualTo(winner.head());
    assertThat(history(run.id(), TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactly(run.origin().initial().ref(), run.head().ref(), winner.head().state());
  }

  @Test
  void of_several_simulations_with_one_name_exactly_one_is_created() throws Exception {
    Race<Simulation> race =
        Race.of(
            THREADS,
            i -> {
              NewSimulation simulation = samples.simulation("world").build();
              return () -> simulations().create(simulation);
            });
    assertOneWon(race, ErrorCode.NAME_TAKEN);
    assertThat(simulations().list(Optional.empty(), 100)).isEqualTo(race.won());
  }

  @Test
  void of_several_writers_exactly_one_is_let_in() throws Exception {
    NewSimulation simulation = created("world");
    Race<WriterSession> race = Race.of(THREADS, i -> () -> open(simulation.id(), ALICE));
    assertOneWon(race, ErrorCode.WRITER_PRESENT);
    states().append(samples.turnAfter(simulation.initial(), race.won().get(0).epoch()).build());
  }

  @Test
  void writers_that_take_over_from_each_other_get_an_epoch_each() throws Exception {
    NewSimulation simulation = created("world");
    Race<WriterSession> race = Race.of(THREADS, i -> () -> takeOver(simulation.id(), ALICE));
    assertThat(race.won())
        .extracting(session -> session.epoch().value())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, THREADS).boxed().toList());
  }

  @Test
  void of_several_checkpoints_with_one_name_exactly_one_is_saved() throws Exception {
    SampleRun run = run("world");
    Race<Checkpoint> race =
        Race.of(
            THREADS,
            i -> {
              Checkpoint checkpoint = samples.checkpoint(run.head(), "mark");
              return () -> {
                checkpoints().save(checkpoint);
                return checkpoint;
              };
            });
    assertOneWon(race, ErrorCode.NAME_TAKEN);
    assertThat(checkpoints().list(run.id(), Optional.empty(), 100)).isEqualTo(race.won());
  }

  @Test
  void simulations_that_are_written_at_once_lose_nothing() throws Exception {
    List<SampleRun> runs = IntStream.range(0, THREADS).mapToObj(i -> run("world " + i)).toList();
    Race<SampleRun> race = Race.of(THREADS, i -> () -> runs.get(i).commit(25));
    assertThat(race.lost()).isEmpty();
    for (SampleRun run : runs) {
      assertUnchanged(run);
      assertThat(states().stateAt(run.id(), run.head().turn())).isEqualTo(run.head());
    }
  }

  @Test
  void readers_beside_a_writer_see_whole_turns_only() throws Exception {
    SampleRun run = run("world");
    int last = 60;
    Race<Integer> race =
        Race.of(
            3,
            i ->
                i == 0 ? () -> run.commit(last).head().turn().value() : () -> readUntil(run, last));
    assertThat(race.won()).containsExactly(last, last, last);
  }

  private int readUntil(SampleRun run, int last) throws InterruptedException {
    int seen = 0;
    while (seen < last) {
      // The writer failed: the head never gets there.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      TurnNumber head = states().head(run.id()).turn();
      assertThat(head.value()).isGreaterThanOrEqualTo(seen);
      State state = states().stateAt(run.id(), head);
      assertThat(state.turn()).isEqualTo(head);
      assertThat(states().transitionAt(run.id(), head).isPresent()).isEqualTo(head.value() > 0);
      List<Integer> turns =
          history(run.id(), TurnRange.ALL).stream().map(turn -> turn.turn().value()).toList();
      assertThat(turns)
          .isEqualTo(IntStream.range(0, turns.size()).boxed().toList())
          .hasSizeGreaterThan(head.value());
      seen = head.value();
    }
    return seen;
  }

  private static void assertOneWon(Race<?> race, ErrorCode refusal) {
    assertThat(race.won()).hasSize(1);
    assertThat(race.lost())
        .hasSize(THREADS - 1)
        .extracting(ConflictException::code)
        .containsOnly(refusal);
  }
}
