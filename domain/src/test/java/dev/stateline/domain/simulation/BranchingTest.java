package dev.stateline.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Beginning, forking and taking in: what must fit together before a store is asked. */
class BranchingTest {

  private static final SimulationId WORLD = new SimulationId(new UUID(1, 1));
  private static final SimulationId FORK = new SimulationId(new UUID(1, 2));
  private static final SimulationName NAME = new SimulationName("world");
  private static final Provenance ENGINE =
      new Provenance("engine", "1", Document.EMPTY_OBJECT.hash(), 7);
  private static final Segment ROOT = Segment.root(segment(1), WORLD, 42, Instant.EPOCH);
  private static final ChainHash WRONG = new ChainHash(Sha256.ofUtf8("wrong"));

  private static SegmentId segment(int number) {
    return new SegmentId(new UUID(2, number));
  }

  private static State state(SimulationId by, SegmentId at, int turn, ChainHash chain) {
    return new State(
        by,
        new StateRef(at, new TurnNumber(turn), chain),
        Optional.empty(),
        Content.of(Document.EMPTY_OBJECT),
        1,
        ENGINE,
        Instant.EPOCH);
  }

  private static State initial() {
    return state(
        WORLD, ROOT.id(), 0, ChainHash.initial(Optional.empty(), Document.EMPTY_OBJECT.hash()));
  }

  private static Turn after(State before, SimulationId by, SegmentId at) {
    Transition transition =
        Transition.of(Document.EMPTY_ARRAY, Document.EMPTY_ARRAY, Duration.ZERO, Instant.EPOCH);
    TurnNumber turn = before.turn().next();
    ChainHash chain =
        before
            .chainHash()
            .next(turn, Optional.empty(), Document.EMPTY_OBJECT.hash(), transition.hash());
    return new Turn(state(by, at, turn.value(), chain), Optional.of(transition));
  }

  private static NewSimulation begun(Segment root, State initial) {
    return new NewSimulation(
        NAME, Document.EMPTY_OBJECT, Document.EMPTY_OBJECT, Optional.empty(), root, initial);
  }

  @Test
  void a_new_simulation_begins_with_turn_0_on_a_root_segment_of_its_own() {
    assertThat(begun(ROOT, initial()).id()).isEqualTo(WORLD);

    String own = "turn 0 on a root segment";
    assertNotBegun(ROOT, after(initial(), WORLD, ROOT.id()).state(), own);
    assertNotBegun(Segment.root(segment(2), WORLD, 42, Instant.EPOCH), initial(), own);
    assertNotBegun(Segment.root(ROOT.id(), FORK, 42, Instant.EPOCH), initial(), own);
    assertNotBegun(branch(WORLD, ROOT.id(), 0), initial(), own);
    assertNotBegun(ROOT, state(WORLD, ROOT.id(), 0, WRONG), "chain hash");
  }

  private static void assertNotBegun(Segment root, State initial, String why) {
    assertThatThrownBy(() -> begun(root, initial))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  private static Segment branch(SimulationId owner, SegmentId parent, int turn) {
    return new Segment(
        segment(9),
        owner,
        Optional.of(parent),
        Optional.of(new TurnNumber(turn)),
        Optional.empty(),
        Instant.EPOCH);
  }

  @Test
  void a_fork_has_its_base_as_its_head_until_it_has_a_turn_of_its_own() {
    Segment own = branch(FORK, ROOT.id(), 0);
    Turn first = after(initial(), FORK, own.id());

    assertThat(NewFork.of(NAME, own, initial().ref()).build().headState())
        .isEqualTo(initial().ref());
    assertThat(NewFork.of(NAME, own, initial().ref()).first(first).build().headState())
        .isEqualTo(first.state().ref());
    assertThat(NewFork.of(NAME, own, initial().ref()).build().id()).isEqualTo(FORK);
  }

  @Test
  void a_fork_keeps_a_turn_to_stop_at_only_while_that_is_ahead() {
    Segment own = branch(FORK, ROOT.id(), 0);
    NewFork.Builder fork = NewFork.of(NAME, own, initial().ref());

    assertThat(fork.targetTurn(Optional.of(new TurnNumber(1))).build().targetTurn()).isPresent();
    assertThat(fork.targetTurn(Optional.of(TurnNumber.ZERO)).build().targetTurn()).isEmpty();
    assertThat(
            fork.targetTurn(Optional.of(new TurnNumber(1)))
                .first(after(initial(), FORK, own.id()))
                .build()
                .targetTurn())
        .isEmpty();
  }

  @Test
  void a_fork_that_does_not_go_on_from_its_base_is_refused() {
    Segment own = branch(FORK, ROOT.id(), 0);

    assertNotForked(NewFork.of(NAME, branch(FORK, ROOT.id(), 1), initial().ref()), "branches");
    assertNotForked(NewFork.of(NAME, branch(FORK, segment(5), 0), initial().ref()), "branches");
    assertNotForked(forkWith(own, after(initial(), WORLD, own.id())), "first turn");
    assertNotForked(forkWith(own, after(initial(), FORK, ROOT.id())), "first turn");
    assertNotForked(
        forkWith(own, after(state(WORLD, ROOT.id(), 0, WRONG), FORK, own.id())), "first turn");
  }

  private static NewFork.Builder forkWith(Segment own, Turn first) {
    return NewFork.of(NAME, own, initial().ref()).first(first);
  }

  private static void assertNotForked(NewFork.Builder fork, String why) {
    assertThatThrownBy(fork::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  private static ImportedSimulation imported(List<Turn> turns) {
    State last = turns.get(turns.size() - 1).state();
    Simulation simulation = Simulation.of(WORLD, NAME, Head.at(last), 42, Instant.EPOCH).build();
    return new ImportedSimulation(simulation, new Lineage(List.of(ROOT), last.turn()), initial());
  }

  private static void assertDiverged(Runnable call, int turn) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_DIVERGED);
              assertThat(e.field(ErrorField.TURN)).contains(Integer.toString(turn));
            });
  }

  @Test
  void turns_that_go_on_from_another_content_have_diverged() {
    Turn one = after(initial(), WORLD, ROOT.id());
    Turn two = after(one.state(), WORLD, ROOT.id());
    Turn three = after(two.state(), WORLD, ROOT.id());
    ImportedSimulation wanted = imported(List.of(one, two, three));
    State otherOne = state(WORLD, ROOT.id(), 1, WRONG);
    Turn otherTwo = after(otherOne, WORLD, ROOT.id());

    wanted.requireNext(Head.at(one.state()), List.of(two, three));
    assertDiverged(() -> wanted.requireNext(Head.at(otherOne), List.of(two)), 1);
    assertThatThrownBy(() -> wanted.requireNext(Head.at(initial()), List.of(one, otherTwo)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("chain hash");
    assertDiverged(() -> wanted.requireWhole(Head.at(state(WORLD, ROOT.id(), 3, WRONG))), 3);
    assertThatThrownBy(() -> wanted.requireWhole(Head.at(two.state())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("up to turn 2 only");
    wanted.requireWhole(Head.at(three.state()));
  }

  @Test
  void a_shared_state_that_is_known_to_be_another_has_diverged() {
    Turn one = after(initial(), WORLD, ROOT.id());
    ImportedSimulation wanted = imported(List.of(one));

    wanted.requireShared(initial().ref());
    wanted.requireShared(one.state().ref());
    wanted.requireShared(state(WORLD, segment(5), 1, WRONG).ref());
    assertDiverged(() -> wanted.requireShared(state(WORLD, ROOT.id(), 1, WRONG).ref()), 1);
    assertDiverged(() -> wanted.requireShared(state(WORLD, ROOT.id(), 0, WRONG).ref()), 0);
  }

  @Test
  void a_simulation_that_is_like_another_differs_only_in_what_was_said() {
    Simulation plain =
        Simulation.of(WORLD, NAME, Head.at(initial()), 42, Instant.EPOCH)
            .targetTurn(Optional.of(new TurnNumber(9)))
            .build();
    Simulation written =
        plain
            .but()
            .writer(new WriterEpoch(2), Optional.of(new WriterIdentity("alice")))
            .status(SimulationStatus.FAILED, Optional.of("why"))
            .build();

    assertThat(plain.status()).isEqualTo(SimulationStatus.CREATED);
    assertThat(plain.epoch()).isEqualTo(WriterEpoch.NONE);
    assertThat(plain.but().build()).isEqualTo(plain).hasSameHashCodeAs(plain);
    assertThat(written).isNotEqualTo(plain);
    assertThat(written.targetTurn()).isEqualTo(plain.targetTurn());
    assertThat(written.seed()).isEqualTo(42);
    assertThat(plain.but().seed(9).build()).isNotEqualTo(plain);
  }
}
