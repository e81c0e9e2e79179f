package dev.stateline.application.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.run.ResumeRequest;
import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunRequest;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forks, interventions and rollbacks of runs, and what they come to when they are run on. */
class BranchesTest {

  private static final String RICHER = "[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":900}]";

  private final TownStore store = new TownStore();
  private final JacksonDocumentTools documents = new JacksonDocumentTools();
  private final Branches branches = store.stateline.branches();
  private final SimulationRunner runner = store.runner(new TownProvider("town"));

  @BeforeEach
  void a_trunk_of_eight_turns() {
    runner.run(
        new RunRequest(
            "town",
            TownRules.document("{}"),
            Optional.of(new SimulationName("trunk")),
            Optional.empty(),
            7),
        new StopSignal(),
        RunListener.NONE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Simulation find(String name) {
    return store.stateline.simulations().find(name);
  }

  private List<String> chain(String name) {
    return store.chain(find(name).id());
  }

  private Simulation fork(String from, int turn, String name) {
    return runner.fork(ForkRequest.of(find(from), new TurnNumber(turn), new SimulationName(name)));
  }

  private Simulation reseeded(String from, int turn, String name, long seed) {
    return runner.fork(
        new ForkRequest(
            find(from),
            new TurnNumber(turn),
            new SimulationName(name),
            Optional.of(seed),
            Optional.empty(),
            Optional.empty()));
  }

  private static Intervention intervention(String patch) {
    return new Intervention("ana", "to see", TownRules.document(patch));
  }

  private Simulation changed(int turn, String name, String patch) {
    return runner.fork(
        new ForkRequest(
            find("trunk"),
            new TurnNumber(turn),
            new SimulationName(name),
            Optional.empty(),
            Optional.of(intervention(patch)),
            Optional.of("to see")));
  }

  private void resume(String name) {
    runner.resume(
        new ResumeRequest(find(name), Optional.of(new TurnNumber(8)), TakeOver.REFUSE),
        new StopSignal(),
        RunListener.NONE);
  }

  private RollbackReport rollBack(String name, int turn, RollbackRequest.Tail tail) {
    return branches.rollBack(
        new RollbackRequest(
            find(name), new TurnNumber(turn), tail, Optional.empty(), TakeOver.REFUSE));
  }

  private void assertSound(String name) {
    assertThat(store.stateline.verifier().verify(find(name).id()).defects()).isEmpty();
  }

  @Test
  void a_fork_that_is_run_on_has_the_same_hashes_as_the_trunk() {
    Simulation fork = fork("trunk", 3, "fork");
    assertThat(chain("fork")).isEqualTo(chain("trunk").subList(0, 4));
    assertThat(fork.status()).isEqualTo(SimulationStatus.CREATED);
    resume("fork");
    assertThat(chain("fork")).isEqualTo(chain("trunk"));
    assertSound("fork");
  }

  @Test
  void another_seed_changes_the_future_and_not_the_past() {
    reseeded("trunk", 3, "fork", 99);
    resume("fork");
    assertThat(chain("fork").subList(0, 4)).isEqualTo(chain("trunk").subList(0, 4));
    assertThat(chain("fork").get(4)).isNotEqualTo(chain("trunk").get(4));
    assertSound("fork");
  }

  @Test
  void a_fork_of_a_reseeded_fork_without_turns_keeps_its_seed() {
    reseeded("trunk", 3, "one", 99);
    Simulation two = fork("one", 3, "two");
    assertThat(two.seed()).isEqualTo(99);
    assertThat(fork("one", 2, "before").seed()).isEqualTo(7);
    resume("one");
    resume("two");
    assertThat(chain("two")).isEqualTo(chain("one"));
    assertThat(branches.origin(two.id()))
        .contains(new Origin(find("trunk").id(), new TurnNumber(3)));
  }

  @Test
  void an_intervention_is_the_last_action_of_the_turn_that_it_changes() {
    Simulation fork = changed(3, "fork", RICHER);
    Transition before = transition("trunk", 3);
    Transition after = transition("fork", 3);
    assertThat(after.actions().text())
        .startsWith(before.actions().text().substring(0, before.actions().size() - 1))
        .endsWith(",\"reason\":\"to see\"},\"kind\":\"stateline/intervention\"}]")
        .contains("{\"actor\":\"ana\",\"document\":{\"patch\":" + RICHER);
    assertThat(Intervention.isLastOf(after.actions())).isTrue();
    assertThat(Intervention.isLastOf(before.actions())).isFalse();
    assertThat(after.outcomes()).isEqualTo(before.outcomes());
    assertThat(documents.select(state("fork", 3).document(), "/wealth").orElseThrow().text())
        .isEqualTo("900");
    assertThat(fork.head().turn()).isEqualTo(new TurnNumber(3));
    assertThat(branches.origin(fork.id()))
        .contains(new Origin(find("trunk").id(), new TurnNumber(2)));
  }

  @Test
  void an_intervention_is_hashed_with_its_turn_and_verified() {
    changed(3, "fork", RICHER);
    ChainHash expected =
        state("trunk", 2)
            .chainHash()
            .next(
                new TurnNumber(3),
                state("trunk", 3).simulatedTime(),
                state("fork", 3).document().hash(),
                transition("fork", 3).hash());
    assertThat(state("fork", 3).chainHash()).isEqualTo(expected);
    resume("fork");
    assertSound("fork");
    assertThat(chain("fork").subList(0, 3)).isEqualTo(chain("trunk").subList(0, 3));
    assertThat(chain("fork")).doesNotContainAnyElementsOf(chain("trunk").subList(3, 9));
  }

  @Test
  void a_change_of_nothing_is_refused_at_any_turn() {
    for (int turn : List.of(0, 3)) {
      assertThatThrownBy(() -> changed(turn, "fork", "[]"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("the patch changes nothing in the state of turn " + turn);
    }
    assertThat(store.persistence.simulations().find(new SimulationName("fork"))).isEmpty();
  }

  @Test
  void the_random_numbers_after_an_intervention_are_those_of_the_trunk() {
    changed(3, "fork", RICHER);
    resume("fork");
    assertThat(documents.select(state("fork", 8).document(), "/draws"))
        .isEqualTo(documents.select(state("trunk", 8).document(), "/draws"));
  }

  @Test
  void what_cannot_be_is_refused_before_anything_is_written() {
    String gone = "[{\"op\":\"remove\",\"path\":\"/nobody\"}]";
    assertThatThrownBy(() -> changed(3, "fork", gone))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/nobody");
    String text = "[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":\"much\"}]";
    assertThatThrownBy(() -> changed(3, "fork", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the scenario of 'trunk' cannot read");
    assertThatThrownBy(() -> changed(0, "fork", text))
        .hasMessageContaining("the scenario of 'trunk' cannot read");
    assertThatThrownBy(() -> fork("trunk", 9, "fork"))
        .extracting(e -> ((StatelineException) e).code())
        .isEqualTo(ErrorCode.TURN_OUT_OF_RANGE);
    assertThatThrownBy(() -> fork("trunk", 3, "trunk"))
        .extracting(e -> ((StatelineException) e).code())
        .isEqualTo(ErrorCode.NAME_TAKEN);
    assertThat(store.stateline.simulations().list(Optional.empty(), 9)).hasSize(1);
  }

  @Test
  void a_simulation_that_was_rolled_back_and_is_run_on_has_the_same_hashes_again() {
    List<String> chain = chain("trunk");
    RollbackReport report = rollBack("trunk", 5, RollbackRequest.Tail.KEEP);
    assertThat(report.simulation().head().turn()).isEqualTo(new TurnNumber(5));
    assertThat(report.simulation().status()).isEqualTo(SimulationStatus.PAUSED);
    assertThat(report.tail().orElseThrow().status()).isEqualTo(SimulationStatus.ARCHIVED);
    assertThat(chain("trunk")).isEqualTo(chain.subList(0, 6));
    resume("trunk");
    assertThat(chain("trunk")).isEqualTo(chain);
    assertThat(chain("trunk-until-8")).isEqualTo(chain);
    assertSound("trunk");
    assertSound("trunk-until-8");
  }

  @Test
  void tails_are_named_after_the_head_that_was_left_with_a_number_when_that_is_taken() {
    for (String expected : List.of("trunk-until-8", "trunk-until-8-2", "trunk-until-8-3")) {
      RollbackReport report = rollBack("trunk", 5, RollbackRequest.Tail.KEEP);
      assertThat(report.tail().orElseThrow().name()).hasToString(expected);
      resume("trunk");
    }
  }

  @Test
  void the_tail_of_the_longest_name_is_shortened() {
    String longest = "\u00e4".repeat(200);
    fork("trunk", 5, longest);
    resume(longest);
    RollbackReport report = rollBack(longest, 6, RollbackRequest.Tail.KEEP);
    assertThat(report.tail().orElseThrow().name().value()).endsWith("\u00e4-until-8");
  }

  @Test
  void discarded_turns_leave_no_tail_and_are_refused_while_a_fork_needs_them() {
    fork("trunk", 7, "fork");
    assertThatThrownBy(() -> rollBack("trunk", 5, RollbackRequest.Tail.DISCARD))
        .extracting(e -> ((StatelineException) e).code())
        .isEqualTo(ErrorCode.STILL_NEEDED);
    assertThat(chain("trunk")).hasSize(9);
    assertThat(rollBack("trunk", 7, RollbackRequest.Tail.DISCARD).tail()).isEmpty();
    assertThat(chain("trunk")).hasSize(8);
    assertSound("trunk");
    assertSound("fork");
  }

  @Test
  void the_origin_of_a_tail_and_of_a_fork_is_what_the_trunk_still_has() {
    Simulation early = fork("trunk", 2, "early");
    Simulation late = fork("trunk", 7, "late");
    rollBack("trunk", 5, RollbackRequest.Tail.KEEP);
    resume("trunk");
    Origins origins = branches.origins();
    assertThat(origins.of(find("trunk").id())).isEmpty();
    for (Simulation branch : List.of(late, find("trunk-until-8"))) {
      assertThat(origins.of(branch.id()))
          .contains(new Origin(find("trunk").id(), new TurnNumber(5)));
    }
    assertThat(origins.of(early.id())).contains(new Origin(find("trunk").id(), new TurnNumber(2)));
  }

  private State state(String name, int turn) {
    return store.stateline.history().stateAt(find(name).id(), new TurnNumber(turn));
  }

  private Transition transition(String name, int turn) {
    return store
        .stateline
        .history()
        .transitionAt(find(name).id(), new TurnNumber(turn))
        .orElseThrow();
  }
}
