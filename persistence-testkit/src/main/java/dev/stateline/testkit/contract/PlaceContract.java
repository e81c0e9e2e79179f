package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleBranch;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A place is no content: where another writer's turn could stand in the same segment at the same
 * turn, nothing goes on from it.
 */
public abstract class PlaceContract extends PersistenceSuite {

  /** What another writer might have put where the turn after this state stands. */
  private Turn other(State before) {
    return samples
        .turnAfter(before, WriterEpoch.NONE)
        .document(Samples.document("{\"by\":\"another writer\"}"))
        .buildTurn();
  }

  private State otherHead(SampleRun run) {
    List<State> states = run.states();
    State other = other(states.get(states.size() - 2)).state();
    assertThat(other.ref().isInPlaceOf(run.head().ref())).isTrue();
    return other;
  }

  @Test
  void a_turn_that_follows_another_content_of_the_heads_place_is_refused() {
    SampleRun run = run("world").commit(5);
    TurnCommit foreign =
        samples
            .turnAfter(otherHead(run), run.epoch())
            .checkpoint("mark", CheckpointKind.NAMED)
            .build();
    assertRefused(ConflictException.headMoved("world", 6, 5), () -> states().append(foreign));
    assertUnchanged(run);
    assertThat(checkpoints().list(run.id(), Optional.empty(), 10)).isEmpty();
    run.commit(1);
    assertUnchanged(run);
  }

  @Test
  void of_two_turns_in_one_place_the_second_is_refused_and_so_is_what_follows_it() {
    SampleRun run = run("world").commit(2);
    TurnCommit late = run.next().document(Samples.document("{\"by\":\"another writer\"}")).build();
    TurnCommit later = samples.turnAfter(late.state(), run.epoch()).build();
    run.commit(1);
    assertRefused(ConflictException.headMoved("world", 3, 3), () -> states().append(late));
    assertRefused(ConflictException.headMoved("world", 4, 3), () -> states().append(later));
    assertThat(states().appendAll(List.of(late, later)))
        .allSatisfy(
            result ->
                assertThat(result.refusal())
                    .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo(ErrorCode.HEAD_MOVED)));
    assertUnchanged(run);
  }

  @Test
  void whoever_was_taken_over_does_not_find_its_own_turn_where_the_new_writers_stands() {
    SampleRun run = run("world").commit(2);
    TurnCommit mine = run.next().build();
    WriterSession bob = takeOver(run.id(), BOB);
    TurnCommit bobs =
        samples
            .turnAfter(run.head(), bob.epoch())
            .document(Samples.document("{\"by\":\"bob\"}"))
            .build();
    states().append(bobs);
    assertRefused(ConflictException.fenced("world", Optional.of(BOB)), () -> states().append(mine));
    assertThat(states().head(run.id()).state())
        .isEqualTo(bobs.state().ref())
        .isNotEqualTo(mine.state().ref());
    assertThat(states().stateAt(run.id(), new TurnNumber(3))).isEqualTo(bobs.state());
  }

  @Test
  void another_turn_0_is_told_apart_too() {
    SampleRun run = run("world");
    State otherInitial =
        samples.simulation("other").document(Samples.document("{\"x\":1}")).build().initial();
    State inPlace =
        new State(
            run.id(),
            new StateRef(run.origin().root().id(), TurnNumber.ZERO, otherInitial.chainHash()),
            otherInitial.simulatedTime(),
            otherInitial.content(),
            1,
            otherInitial.provenance(),
            otherInitial.createdAt());
    assertRefused(
        ConflictException.headMoved("world", 1, 0),
        () -> states().append(samples.turnAfter(inPlace, run.epoch()).build()));
    assertUnchanged(run);
  }

  @Test
  void a_checkpoint_of_another_content_is_refused() {
    SampleRun run = run("world").commit(5);
    assertRefused(
        NotFoundException.state("world", 5),
        () -> checkpoints().save(samples.checkpoint(otherHead(run), "mark")));
    State earlier = other(run.states().get(2)).state();
    assertRefused(
        NotFoundException.state("world", 3),
        () -> checkpoints().save(samples.checkpoint(earlier, "mark")));
    assertThat(checkpoints().list(run.id(), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void a_fork_from_another_content_is_refused_if_there_are_forks() {
    SampleBranch trunk = branch("trunk").commit(5);
    if (!declares(Capability.BRANCH)) {
      assertNotSupported(() -> trunk.fork("fork", 3));
      return;
    }
    Segment segment = trunk.newFork("fork", 3).segment();
    State other = other(trunk.turns().get(2).state()).state();
    Turn first =
        samples
            .turnAfter(other, WriterEpoch.NONE)
            .simulation(segment.simulation())
            .segment(segment.id())
            .buildTurn();
    NewFork.Builder wrong = NewFork.of(new SimulationName("fork"), segment, other.ref());
    NotFoundException refusal = NotFoundException.base("fork", 3);
    assertRefused(refusal, () -> branches().fork(wrong.build()));
    assertRefused(refusal, () -> branches().fork(wrong.first(first).build()));
    assertThat(simulations().list(Optional.empty(), 10)).hasSize(1);
    assertHeld(trunk.fork("fork", 3));
    assertHeld(trunk);
  }
}
