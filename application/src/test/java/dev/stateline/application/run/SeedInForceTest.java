package dev.stateline.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.branch.RollbackRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.application.transfer.TransferListener;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The seed belongs to the turn: which one is in force after forks and rollbacks. */
class SeedInForceTest {

  private static final EngineProvider TOWN = new TownProvider("world");

  private final TownStore store = new TownStore();
  private final SimulationRunner runner = store.runner(TOWN);

  @BeforeEach
  void a_trunk_of_eight_turns_with_seed_7_and_a_fork_at_6_with_seed_9() {
    runner.run(
        new RunRequest(
            "world",
            Document.EMPTY_OBJECT,
            Optional.of(new SimulationName("trunk")),
            Optional.of(new TurnNumber(8)),
            7),
        new StopSignal(),
        RunListener.NONE);
    fork("trunk", 6, "fork", Optional.of(9L));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Simulation find(String name) {
    return store.stateline.simulations().find(name);
  }

  private Simulation fork(String from, int turn, String name, Optional<Long> reseed) {
    return runner.fork(
        new ForkRequest(
            find(from),
            new TurnNumber(turn),
            new SimulationName(name),
            reseed,
            Optional.empty(),
            Optional.empty()));
  }

  private void run(String name, int turn) {
    runner.resume(
        new ResumeRequest(find(name), Optional.of(new TurnNumber(turn)), TakeOver.REFUSE),
        new StopSignal(),
        RunListener.NONE);
  }

  private void back(String name, int turn) {
    store
        .stateline
        .branches()
        .rollBack(
            new RollbackRequest(
                find(name),
                new TurnNumber(turn),
                RollbackRequest.Tail.KEEP,
                Optional.empty(),
                TakeOver.REFUSE));
  }

  private List<String> chain(String name) {
    return store.chain(find(name).id());
  }

  private long seed(String name, int turn) {
    return store
        .stateline
        .history()
        .stateAt(find(name).id(), new TurnNumber(turn))
        .provenance()
        .seed();
  }

  private void assertComesOutAgain(String name) {
    Simulation simulation = find(name);
    TurnRange all = new TurnRange(TurnNumber.ZERO, simulation.head().turn());
    assertThat(
            store
                .stateline
                .replayer()
                .replay(simulation, all, () -> TOWN.open(Document.EMPTY_OBJECT), turn -> {})
                .isEqual())
        .isTrue();
    assertThat(store.stateline.verifier().verify(simulation.id()).isClean()).isTrue();
  }

  @Test
  void before_the_turn_of_the_new_seed_it_is_that_of_the_trunk_again() {
    run("fork", 8);
    assertThat(chain("fork").get(7)).isNotEqualTo(chain("trunk").get(7));
    back("fork", 3);
    assertThat(find("fork").seed()).isEqualTo(7);
    run("fork", 8);
    assertThat(chain("fork")).isEqualTo(chain("trunk"));
    assertComesOutAgain("fork");
  }

  @Test
  void back_at_the_turn_of_the_new_seed_it_is_the_new_one() {
    run("fork", 8);
    List<String> before = chain("fork");
    back("fork", 6);
    assertThat(find("fork").seed()).isEqualTo(9);
    run("fork", 8);
    assertThat(seed("fork", 7)).isEqualTo(9);
    assertThat(chain("fork")).isEqualTo(before);
    assertComesOutAgain("fork");
  }

  @Test
  void of_nested_seeds_each_holds_from_its_turn_on() {
    run("fork", 8);
    fork("fork", 7, "nested", Optional.of(11L));
    run("nested", 8);
    assertThat(List.of(seed("nested", 6), seed("nested", 7), seed("nested", 8)))
        .containsExactly(7L, 9L, 11L);
    assertComesOutAgain("nested");
    back("nested", 6);
    run("nested", 8);
    assertThat(chain("nested")).isEqualTo(chain("fork"));
    back("nested", 5);
    run("nested", 8);
    assertThat(chain("nested")).isEqualTo(chain("trunk"));
  }

  @Test
  void a_fork_of_a_fork_without_turns_has_the_seed_that_is_in_force_there() {
    assertThat(fork("fork", 6, "same", Optional.empty()).seed()).isEqualTo(9);
    assertThat(fork("fork", 5, "earlier", Optional.empty()).seed()).isEqualTo(7);
    run("fork", 8);
    run("same", 8);
    run("earlier", 8);
    assertThat(chain("same")).isEqualTo(chain("fork"));
    assertThat(chain("earlier")).isEqualTo(chain("trunk"));
    assertComesOutAgain("same");
  }

  @Test
  void an_open_simulation_that_goes_back_has_the_seed_of_the_turn() {
    run("fork", 8);
    Simulation fork = find("fork");
    try (StateManager<Town> manager = store.open(fork.id())) {
      assertThat(manager.seed()).isEqualTo(9);
      manager.rollbackTo(new TurnNumber(3), new SimulationName("left"));
      assertThat(manager.seed()).isEqualTo(7);
      assertThat(manager.fork(new TurnNumber(2), new SimulationName("early")).seed()).isEqualTo(7);
    }
    run("fork", 8);
    assertThat(chain("fork")).isEqualTo(chain("trunk"));
  }

  @Test
  void a_transfer_keeps_it() {
    try (TownStore other = new TownStore()) {
      store.stateline.transferTo(other.stateline).copyAll(TransferListener.NONE, new StopSignal());
      Simulation there = other.stateline.simulations().find("fork");
      assertThat(there.seed()).isEqualTo(9);
      other
          .runner(TOWN)
          .resume(
              new ResumeRequest(there, Optional.of(new TurnNumber(8)), TakeOver.REFUSE),
              new StopSignal(),
              RunListener.NONE);
      run("fork", 8);
      assertThat(other.chain(there.id())).isEqualTo(chain("fork"));
    }
  }
}
