package dev.stateline.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.replay.Mismatch.Part;
import dev.stateline.application.testworld.OddTown;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayerTest {

  private static final String GIFT = "[{\"op\":\"replace\",\"path\":\"/wealth\",\"value\":1000}]";

  private final Recorded recorded = new Recorded();

  @AfterEach
  void close() {
    recorded.close();
  }

  private ReplayReport replay(Simulation simulation, EngineProvider provider) {
    return recorded.replay(simulation, recorded.scenario(simulation, provider));
  }

  private static Optional<TurnNumber> turn(int turn) {
    return Optional.of(new TurnNumber(turn));
  }

  @Test
  void a_run_comes_out_as_it_was_recorded() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    ReplayReport report = replay(first, Recorded.TOWN);

    assertThat(report.isEqual()).isTrue();
    assertThat(report.equalTurns()).isEqualTo(9);
    assertThat(report.chainHash()).contains(first.head().chainHash());
    assertThat(report.upcastTurns()).isZero();
    assertThat(report.foreignTurns()).isZero();
    assertThat(recorded.progress).isEqualTo(IntStream.rangeClosed(0, 8).boxed().toList());
  }

  @Test
  void a_part_begins_from_the_recorded_state_before_it() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    ReplayReport report = recorded.replay(first, 3, 5, recorded.scenario(first, Recorded.TOWN));

    assertThat(report.isEqual()).isTrue();
    assertThat(recorded.progress).containsExactly(3, 4, 5);
  }

  @Test
  void the_action_source_is_not_asked() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 4);

    ReplayReport report =
        replay(
            first,
            new OddTown(
                () -> TownRules::processTurn,
                (town, context) -> {
                  throw new IllegalStateException("asked");
                }));

    assertThat(report.isEqual()).isTrue();
  }

  @Test
  void a_turn_after_the_head_is_not_found() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 4);

    assertThatThrownBy(() -> recorded.replay(first, 0, 5, recorded.scenario(first, Recorded.TOWN)))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TURN_OUT_OF_RANGE))
        .hasMessageContaining("turns 0 to 4");
  }

  @Test
  void a_fork_with_an_intervention_comes_out_as_it_was_recorded() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 5);
    Simulation rich = recorded.fork(first, 3, "rich", Optional.of(GIFT), null);
    Simulation richer = recorded.fork(rich, 3, "richer", Optional.of(GIFT.replace("1", "2")), null);
    richer = recorded.resume(Recorded.TOWN, richer, 8);

    ReplayReport report = replay(richer, Recorded.TOWN);

    assertThat(report.isEqual()).isTrue();
    assertThat(report.chainHash()).contains(richer.head().chainHash());
  }

  @Test
  void a_changed_turn_0_begins_a_simulation_of_its_own_that_replays_with_all_its_forks() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 5);
    Simulation rich = recorded.fork(first, 0, "rich", Optional.of(GIFT), null);
    Simulation richer = recorded.fork(rich, 0, "richer", Optional.of(GIFT.replace("1", "2")), null);
    richer = recorded.resume(Recorded.TOWN, richer, 8);
    Simulation fork = recorded.fork(richer, 3, "fork", Optional.of(GIFT), null);
    fork = recorded.resume(Recorded.TOWN, fork, 6);

    assertThat(rich.head().chainHash()).isNotEqualTo(first.head().chainHash());
    for (Simulation changed : List.of(rich, richer, fork)) {
      ReplayReport report = replay(changed, Recorded.TOWN);
      assertThat(report.isEqual()).isTrue();
      assertThat(report.chainHash()).contains(changed.head().chainHash());
    }
  }

  @Test
  void each_turn_has_the_seed_that_was_in_force() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 5);
    Simulation lucky = recorded.fork(first, 3, "lucky", Optional.empty(), 99L);
    lucky = recorded.resume(Recorded.TOWN, lucky, 8);

    assertThat(replay(lucky, Recorded.TOWN).isEqual()).isTrue();
  }

  @Test
  void another_parameter_gives_the_first_turn_and_the_path_that_differ() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);

    ReplayReport report = recorded.replay(first, recorded.scenario(first, "{\"growth\":2}"));

    assertThat(report.differingTurn()).isEqualTo(turn(1));
    assertThat(report.equalTurns()).isEqualTo(1);
    assertThat(report.foreignTurns()).isEqualTo(2);
    assertThat(report.chainHash().map(c -> c.hex()))
        .contains(recorded.store.chain(first.id()).get(0));
    Mismatch only = report.mismatches().get(0);
    assertThat(report.mismatches()).hasSize(1);
    assertThat(only.part()).isEqualTo(Part.STATE);
    assertThat(only.path()).isEqualTo("/wealth");
    double was = Double.parseDouble(only.expected().orElseThrow().text());
    assertThat(only.found().map(Document::text)).contains(text(was * 2));
  }

  private static String text(double number) {
    return TownRules.CODEC
        .encode(new Town(0, number, List.of()))
        .text()
        .replaceAll(".*\"wealth\":([^,]*),.*", "$1");
  }

  @Test
  void an_engine_that_keeps_something_between_turns_is_caught() {
    EngineProvider counting = new OddTown(OddTown::counting);
    Simulation first = recorded.run(counting, "first", 8);

    ReplayReport report = replay(first, counting);

    assertThat(report.differingTurn()).isEqualTo(turn(2));
    assertThat(report.mismatches()).extracting(Mismatch::path).containsExactly("/wealth");
  }

  @Test
  void an_engine_that_reads_a_clock_is_caught() {
    AtomicLong clock = new AtomicLong();
    EngineProvider late = new OddTown(() -> OddTown.adding(clock::getAndIncrement));
    Simulation first = recorded.run(late, "first", 8);

    ReplayReport report = replay(first, late);

    assertThat(report.differingTurn()).isEqualTo(turn(1));
  }

  @Test
  void an_engine_that_throws_is_a_difference_of_its_turn() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);
    GameEngine<Town> breaking =
        (town, actions, context) -> {
          if (context.turn().value() == 3) {
            throw new IllegalStateException("no water");
          }
          return TownRules.processTurn(town, actions, context);
        };

    ReplayReport report = replay(first, new OddTown(() -> breaking));

    assertThat(report.differingTurn()).isEqualTo(turn(3));
    assertThat(report.mismatches())
        .singleElement()
        .satisfies(
            mismatch -> {
              assertThat(mismatch.part()).isEqualTo(Part.SCENARIO);
              assertThat(mismatch.expected()).isEmpty();
              assertThat(mismatch.found().orElseThrow().text())
                  .contains("threw IllegalStateException in processTurn, at ")
                  .contains(": no water");
            });
  }

  @Test
  void outcomes_and_simulated_time_must_be_the_same_too() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 8);
    GameEngine<Town> timeless =
        (town, actions, context) ->
            new TurnResult<>(
                TownRules.processTurn(town, actions, context).state(),
                Optional.empty(),
                List.of(new Outcome("town", "luck", TownRules.document("\"none\""))));

    ReplayReport report = replay(first, new OddTown(() -> timeless));

    assertThat(report.differingTurn()).isEqualTo(turn(1));
    assertThat(report.mismatches())
        .extracting(d -> d.part() + " " + d.path() + " " + d.found().map(Document::text))
        .containsExactly("OUTCOMES /0/document Optional[\"none\"]", "TIMESTAMP  Optional.empty");
  }

  @Test
  void of_many_differences_the_first_ten_are_named_each_with_its_values() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 1);
    GameEngine<Town> spoiled =
        (town, actions, context) ->
            new TurnResult<>(
                new Town(1, 0, IntStream.range(1000, 1030).boxed().toList()),
                TownRules.processTurn(town, actions, context).simulatedTime(),
                TownRules.processTurn(town, actions, context).outcomes());

    ReplayReport report = replay(first, new OddTown(() -> spoiled));

    assertThat(report.mismatches()).hasSize(Comparison.MOST_PATHS);
    assertThat(report.mismatches())
        .filteredOn(d -> d.path().equals("/draws/3"))
        .extracting(Mismatch::expected, d -> d.found().map(Document::text))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Optional.empty(), Optional.of("1003")));
  }

  /** The turn of another simulation with the same past, and another seed in its provenance. */
  private Turn misdated(Simulation owner, Simulation twin, long seed) {
    Turn honest;
    TurnRange next = new TurnRange(new TurnNumber(4), new TurnNumber(4));
    try (Stream<Turn> turns = recorded.store.persistence.states().turns(twin.id(), next)) {
      honest = turns.findFirst().orElseThrow();
    }
    State state = honest.state();
    return new Turn(
        new State(
            owner.id(),
            new StateRef(owner.head().segment(), state.turn(), state.chainHash()),
            state.simulatedTime(),
            state.content(),
            state.stateVersion(),
            state.provenance().withSeed(seed),
            state.createdAt()),
        honest.transition());
  }

  @Test
  void a_recorded_seed_that_is_not_the_one_in_force_is_named() {
    Simulation first = recorded.run(Recorded.TOWN, "first", 3);
    Simulation twin = recorded.run(Recorded.TOWN, "twin", 4);
    try (WriterSession session =
        recorded
            .store
            .persistence
            .writers()
            .open(first.id(), new WriterIdentity("a forger"), TakeOver.REFUSE)) {
      recorded
          .store
          .persistence
          .states()
          .append(
              new TurnCommit(
                  session.epoch(),
                  first.head().state(),
                  misdated(first, twin, 8),
                  Optional.empty()));
    }
    Simulation forged = recorded.store.stateline.simulations().find("first");

    ReplayReport report = recorded.replay(forged, recorded.scenario(forged, Recorded.TOWN));

    assertThat(report.differingTurn()).contains(new TurnNumber(4));
    assertThat(report.mismatches())
        .containsExactly(
            new Mismatch(
                Part.SEED,
                "",
                Optional.of(TownRules.document("\"8\"")),
                Optional.of(TownRules.document("\"7\""))));
  }
}
