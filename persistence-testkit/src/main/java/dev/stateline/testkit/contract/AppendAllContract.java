package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Committing turns of several simulations together. */
@Timeout(60)
public abstract class AppendAllContract extends PersistenceSuite {

  private List<SampleRun> runs(int count) {
    return IntStream.range(0, count).mapToObj(i -> run("world " + i)).toList();
  }

  private static ErrorCode refusal(AppendResult result) {
    return result.refusal().map(StatelineException::code).orElse(null);
  }

  @Test
  void each_commit_moves_the_head_of_its_simulation_and_has_a_result_at_its_place() {
    List<SampleRun> runs = new ArrayList<>(runs(5));
    // Not in the order of their ids.
    Collections.reverse(runs);
    List<TurnCommit> commits =
        runs.stream()
            .map(run -> run.next().checkpoint("mark", CheckpointKind.NAMED).build())
            .toList();
    List<AppendResult> results = states().appendAll(commits);
    assertThat(results).hasSize(5);
    for (int i = 0; i < commits.size(); i++) {
      State state = commits.get(i).state();
      Committed committed = results.get(i).orThrow();
      assertThat(committed.head().state()).isEqualTo(state.ref());
      assertThat(committed.storedBytes()).isPositive();
      assertThat(states().head(state.simulation())).isEqualTo(committed.head());
      assertThat(states().stateAt(state.simulation(), state.turn())).isEqualTo(state);
      assertThat(states().transitionAt(state.simulation(), state.turn()))
          .isEqualTo(commits.get(i).turn().transition());
      assertThat(checkpoints().find(state.simulation(), new CheckpointName("mark")))
          .isEqualTo(commits.get(i).checkpoint());
    }
  }

  @Test
  void a_commit_that_is_refused_stands_in_no_others_way_and_leaves_nothing_behind() {
    List<SampleRun> runs = runs(6);
    runs.forEach(run -> run.commit(turn -> turn.checkpoint("taken", CheckpointKind.NAMED)));
    SampleRun stale = runs.get(1);
    TurnCommit late = stale.next().checkpoint("late", CheckpointKind.NAMED).build();
    stale.commit(1);
    SampleRun fenced = runs.get(2);
    takeOver(fenced.id(), BOB);
    SegmentId foreign = new SegmentId(samples.next());
    NewSimulation absent = samples.simulation("absent").build();
    List<AppendResult> results =
        states()
            .appendAll(
                List.of(
                    runs.get(0).next().build(),
                    late,
                    fenced.next().build(),
                    runs.get(3).next().segment(foreign).build(),
                    runs.get(4).next().checkpoint("taken", CheckpointKind.NAMED).build(),
                    samples.turnAfter(absent.initial(), new WriterEpoch(1)).build(),
                    runs.get(5).next().build()));
    assertThat(results)
        .extracting(AppendAllContract::refusal)
        .containsExactly(
            null,
            ErrorCode.HEAD_MOVED,
            ErrorCode.WRITER_FENCED,
            ErrorCode.INVALID_VALUE,
            ErrorCode.NAME_TAKEN,
            ErrorCode.SIMULATION_NOT_FOUND,
            null);
    runs.subList(1, 5).forEach(this::assertUnchanged);
    assertThat(checkpoints().find(stale.id(), new CheckpointName("late"))).isEmpty();
    assertThat(checkpoints().list(runs.get(4).id(), Optional.empty(), 10)).hasSize(1);
    assertWritten(runs.get(0), runs.get(5));
    for (SampleRun refused : runs.subList(3, 5)) {
      refused.commit(1);
      assertUnchanged(refused);
    }
  }

  /** That each has the turn after the last one that its run knows. */
  private void assertWritten(SampleRun... runs) {
    for (SampleRun run : runs) {
      assertThat(states().head(run.id()).turn()).isEqualTo(run.head().turn().next());
    }
  }

  @Test
  void several_turns_of_one_simulation_are_written_in_their_order() {
    SampleRun one = run("one");
    SampleRun other = run("other");
    TurnCommit first = one.next().build();
    TurnCommit second = samples.turnAfter(first.state(), one.epoch()).build();
    TurnCommit third = samples.turnAfter(second.state(), one.epoch()).build();
    List<AppendResult> results =
        states().appendAll(List.of(first, other.next().build(), second, third));
    assertThat(results).allMatch(result -> result.refusal().isEmpty());
    assertThat(history(one.id(), TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactly(
            one.head().ref(), first.state().ref(), second.state().ref(), third.state().ref());
  }

  @Test
  void a_commit_that_is_given_twice_is_written_once() {
    SampleRun run = run("world");
    TurnCommit commit = run.next().build();
    assertThat(states().appendAll(List.of(commit, commit)))
        .extracting(AppendAllContract::refusal)
        .containsExactly(null, ErrorCode.HEAD_MOVED);
    assertThat(history(run.id(), TurnRange.ALL)).hasSize(2);
  }

  @Test
  void no_commits_have_no_results() {
    assertThat(states().appendAll(List.of())).isEmpty();
  }

  @Test
  void writers_of_many_simulations_in_any_order_do_not_wait_for_each_other_for_ever()
      throws Exception {
    List<SampleRun> runs = runs(6);
    int writers = 8;
    Race<List<AppendResult>> race =
        Race.of(
            writers,
            i -> {
              List<SampleRun> order = new ArrayList<>(runs);
              Collections.shuffle(order, new Random(i));
              List<TurnCommit> commits = order.stream().map(run -> run.next().build()).toList();
              return () -> states().appendAll(commits);
            });
    assertThat(race.lost()).isEmpty();
    List<AppendResult> all = race.won().stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(writers * runs.size());
    assertThat(all.stream().filter(result -> result.committed().isPresent()))
        .extracting(result -> result.orThrow().head().segment())
        .containsExactlyInAnyOrderElementsOf(
            runs.stream().map(run -> run.origin().root().id()).toList());
    assertThat(all.stream().filter(result -> result.refusal().isPresent()))
        .extracting(AppendAllContract::refusal)
        .containsOnly(ErrorCode.HEAD_MOVED);
  }
}
