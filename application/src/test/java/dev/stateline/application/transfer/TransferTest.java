package dev.stateline.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stateline.application.Stateline;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.application.transfer.TransferResult.Outcome;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransferTest {

  private final TownStore source = new TownStore();
  private final TownStore target = new TownStore();
  private final StopSignal never = new StopSignal();

  @AfterEach
  void close() {
    source.close();
    target.close();
  }

  private Transfer transfer() {
    return source.stateline.transferTo(target.stateline);
  }

  private List<TransferResult> copyAll() {
    return transfer().copyAll(TransferListener.NONE, never);
  }

  private static List<Turn> turns(TownStore store, SimulationId id) {
    try (Stream<Turn> turns = store.persistence.states().turns(id, TurnRange.ALL)) {
      return turns.toList();
    }
  }

  private static List<Checkpoint> checkpoints(TownStore store, SimulationId id) {
    return store.stateline.checkpoints().list(id, Optional.empty(), 1000);
  }

  private Checkpoint named(Simulation simulation, int turn, String name) {
    return source
        .stateline
        .checkpoints()
        .save(simulation.id(), new TurnNumber(turn), new CheckpointName(name));
  }

  private static List<String> names(TownStore store) {
    return store.stateline.simulations().list(Optional.empty(), 100).stream()
        .map(simulation -> simulation.name().value())
        .toList();
  }

  @Test
  void all_simulations_arrive_as_they_are_with_turns_and_checkpoints_and_equal_receipts() {
    Simulation troy = source.played("troy", 200);
    Simulation rome = source.played("rome", 3);
    for (int turn = 0; turn < 200; turn++) {
      named(troy, turn, "mark " + turn);
    }
    named(rome, 2, "founded");

    List<TransferResult> results = copyAll();

    assertThat(results).extracting(TransferResult::outcome).containsOnly(Outcome.COPIED);
    assertThat(results).extracting(TransferResult::turns).containsExactly(200, 3);
    assertThat(results).allMatch(TransferResult::isEqual);
    for (Simulation simulation : List.of(troy, rome)) {
      assertThat(turns(target, simulation.id())).isEqualTo(turns(source, simulation.id()));
      assertThat(checkpoints(target, simulation.id()))
          .isEqualTo(checkpoints(source, simulation.id()));
    }
    assertThat(names(target)).containsExactly("troy", "rome");
  }

  @Test
  void what_is_there_already_is_not_copied_again() {
    source.played("troy", 5);
    copyAll();
    source.played("rome", 2);

    assertThat(copyAll())
        .extracting(TransferResult::outcome, TransferResult::turns)
        .containsExactly(tuple(Outcome.PRESENT, 0), tuple(Outcome.COPIED, 2));
    assertThat(names(target)).containsExactly("troy", "rome");
  }

  @Test
  void a_fork_comes_after_its_trunk_though_the_clock_that_made_its_id_was_behind() {
    Simulation troy = source.played("troy", 5);
    Stateline behind =
        Stateline.builder()
            .persistence(source.persistence)
            .clock(source.clock)
            .ids(() -> new UUID(0x018f000000007000L, source.ids.next().getLeastSignificantBits()))
            .build();
    try (StateManager<Town> manager =
        behind.open(troy.id(), TownRules.FORMAT, TownRules.PROVENANCE, TakeOver.REFUSE)) {
      manager.fork(new TurnNumber(3), new SimulationName("ilion"));
    }

    assertThat(copyAll())
        .extracting(result -> result.simulation().name().value(), TransferResult::turns)
        .containsExactly(tuple("troy", 5), tuple("ilion", 0));
  }

  @Test
  void only_those_that_are_named_are_copied() {
    source.played("troy", 5);
    Simulation rome = source.played("rome", 5);

    transfer().copy(List.of(rome), TransferListener.NONE, never);

    assertThat(names(target)).containsExactly("rome");
  }

  /** Does something when so many turns are there. */
  private abstract static class At implements TransferListener {

    final List<Integer> copied = new ArrayList<>();
    TurnNumber there;

    abstract void act();

    @Override
    public void began(Simulation simulation, TurnNumber turn) {
      there = turn;
    }

    @Override
    public void copied(Simulation simulation, TurnNumber turn) {
      copied.add(turn.value());
      act();
    }

    @Override
    public void ended(TransferResult result) {}
  }

  /**
   * Stops after the first batch.
   *
   * @return the turn that it came to
   */
  private int copyAPart() {
    StopSignal stop = new StopSignal();
    At stopping =
        new At() {
          @Override
          void act() {
            stop.request();
          }
        };
    assertThat(transfer().copyAll(stopping, stop)).isEmpty();
    return stopping.copied.get(0);
  }

  @Test
  void one_that_was_stopped_is_not_seen_and_goes_on_where_it_stands() {
    Simulation troy = source.played("troy", 200);
    int there = copyAPart();
    assertThat(there).isBetween(1, 199);
    assertThat(names(target)).isEmpty();

    At watching =
        new At() {
          @Override
          void act() {}
        };
    List<TransferResult> results = transfer().copyAll(watching, never);
    assertThat(watching.there.value()).isEqualTo(there);
    assertThat(results)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.RESUMED);
              assertThat(result.turns()).isEqualTo(200 - there);
              assertThat(result.isEqual()).isTrue();
            });
    assertThat(turns(target, troy.id())).isEqualTo(turns(source, troy.id()));
  }

  @Test
  void what_an_earlier_transfer_left_is_thrown_away_when_the_source_has_another_history() {
    source.played("troy", 200);
    copyAPart();
    try (TownStore other = new TownStore()) {
      // The same ids, since both count from one, with other turns.
      try (StateManager<Town> manager = other.stateline.create(TownRules.spec("troy"))) {
        for (int turn = 1; turn <= 100; turn++) {
          manager.addState(TownRules.turn(manager.currentState(), turn + 1));
        }
      }
      Simulation troy = other.stateline.simulations().find("troy");

      List<TransferResult> results =
          other.stateline.transferTo(target.stateline).copyAll(TransferListener.NONE, never);

      assertThat(results).singleElement().matches(TransferResult::isEqual);
      assertThat(turns(target, troy.id())).isEqualTo(turns(other, troy.id()));
    }
  }

  @Test
  void unfinished_transfers_can_be_thrown_away() {
    source.played("troy", 200);
    copyAPart();

    assertThat(transfer().discardUnfinished())
        .extracting(simulation -> simulation.name().value())
        .containsExactly("troy");

    assertThat(transfer().discardUnfinished()).isEmpty();
    assertThat(target.persistence.imports().unfinished()).isEmpty();
  }

  @Test
  void one_that_parted_from_that_of_the_target_keeps_all_from_being_copied() {
    Simulation troy = source.played("troy", 5);
    copyAll();
    try (StateManager<Town> manager = source.open(troy.id())) {
      TownStore.play(manager, 2);
    }
    source.played("rome", 1);

    assertThatThrownBy(this::copyAll)
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SIMULATION_EXISTS))
        .hasMessageContaining("'troy' is there at turn 5, and here at turn 7");
    assertThat(names(target)).containsExactly("troy");
  }

  @Test
  void a_name_that_another_simulation_of_the_target_has_is_a_conflict() {
    source.played("troy", 1);
    source.played("rome", 1);
    target.played("rome", 1);

    assertThatThrownBy(this::copyAll)
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("nothing was transferred")
        .hasMessageContaining("rome");
  }

  @Test
  void the_copy_of_one_that_runs_is_paused() {
    try (StateManager<Town> manager = source.stateline.create(TownRules.spec("troy"))) {
      manager.changeStatus(StatusChange.to(SimulationStatus.RUNNING));
      TownStore.play(manager, 3);

      assertThat(copyAll()).allMatch(TransferResult::isEqual);

      Simulation copy = target.stateline.simulations().find("troy");
      assertThat(copy.status()).isEqualTo(SimulationStatus.PAUSED);
      assertThat(copy.statusReason()).contains("transferred at turn 3 while it was running");
    }
  }

  @Test
  void turns_and_checkpoints_that_come_while_it_is_copied_are_left_out() {
    Simulation troy = source.played("troy", 100);
    Checkpoint before = named(troy, 7, "before");
    At running =
        new At() {
          @Override
          void act() {
            if (copied.size() == 1) {
              try (StateManager<Town> manager = source.open(troy.id())) {
                TownStore.play(manager, 3);
              }
              named(troy, 102, "after");
            }
          }
        };

    assertThat(transfer().copyAll(running, never)).allMatch(TransferResult::isEqual);

    assertThat(turns(target, troy.id())).isEqualTo(turns(source, troy.id()).subList(0, 101));
    assertThat(checkpoints(target, troy.id())).containsExactly(before);
  }

  @Test
  void the_copy_runs_on_as_the_original_does() {
    Simulation troy = source.played("troy", 4);
    copyAll();
    for (TownStore store : List.of(source, target)) {
      try (StateManager<Town> manager = store.open(troy.id())) {
        TownStore.play(manager, 4);
      }
    }
    assertThat(target.chain(troy.id())).isEqualTo(source.chain(troy.id()));
  }
}
