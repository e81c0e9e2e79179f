package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleOriginal;
import dev.stateline.testkit.sample.Samples;
import dev.stateline.testkit.sample.TurnSample;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Taking in simulations that share turns with what is here already: forks, and copies that went
 * their own ways.
 */
public abstract class SharedImportContract extends PersistenceSuite {

  @Override
  protected Optional<Capability> needs() {
    return Optional.of(Capability.IMPORT);
  }

  @Override
  protected void assertAbsent() {
    assertNotSupported(() -> persistence.imports());
  }

  private ImportPort imports() {
    return persistence.imports();
  }

  private SampleOriginal original() {
    return SampleOriginal.of(samples, "world").run(5).checkpoint("mark", 2).checkpoint("end", 5);
  }

  @Test
  void a_fork_goes_on_from_the_turns_that_its_ancestor_has() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.fork("fork", 3).run(4).checkpoint("mine", 2);
    trunk.importWhole(imports());
    try (ImportSession session = fork.open(imports())) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(3));
    }
    fork.importWhole(imports());
    assertThat(turns(fork.id())).isEqualTo(fork.turns());
    assertThat(turns(trunk.id())).isEqualTo(trunk.turns());
    assertThat(simulations().lineage(fork.id())).isEqualTo(fork.lineage());
    assertSound(fork.id());
    assertSound(trunk.id());
  }

  @Test
  void forks_without_turns_of_their_own_and_forks_of_forks_are_whole_too() {
    SampleOriginal trunk = original();
    SampleOriginal empty = trunk.fork("empty", 5);
    SampleOriginal deep = empty.fork("deep", 5).fork("deeper", 5).run(2);
    trunk.importWhole(imports());
    empty.importWhole(imports());
    SampleOriginal between = empty.fork("between", 5);
    assertThat(turns(empty.id())).isEqualTo(empty.turns());
    assertThat(simulations().lineage(empty.id())).isEqualTo(empty.lineage());
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> deep.open(imports()));
    between.importWhole(imports());
    assertThat(simulations().lineage(between.id())).isEqualTo(between.lineage());
  }

  @Test
  void a_fork_is_refused_where_its_ancestor_is_missing() {
    SampleOriginal fork = original().fork("fork", 3).run(1);
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> fork.open(imports()));
    assertThat(imports().unfinished()).isEmpty();
  }

  @Test
  void an_ancestor_is_not_deleted_while_a_fork_rests_on_it() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.fork("fork", 3).run(1);
    trunk.importWhole(imports());
    fork.open(imports()).close();
    assertStillNeeded(trunk);
    fork.importWhole(imports());
    assertStillNeeded(trunk);
    assertThat(turns(fork.id())).isEqualTo(fork.turns());
    delete(fork.id());
    delete(trunk.id());
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
  }

  private void assertStillNeeded(SampleOriginal trunk) {
    try (WriterSession writer = open(trunk.id(), BOB)) {
      assertThat(
              assertRefused(
                  ErrorCode.STILL_NEEDED, () -> writers().delete(trunk.id(), writer.epoch())))
          .hasMessageContaining("fork");
    }
  }

  private void delete(SimulationId id) {
    try (WriterSession writer = open(id, BOB)) {
      writers().delete(id, writer.epoch());
    }
  }

  @Test
  void an_ancestor_that_has_not_come_as_far_here_is_not_written_to_by_a_forks_import() {
    SampleOriginal trunk = original();
    trunk.importWhole(imports());
    State head = trunk.head();
    SampleOriginal fork = trunk.run(3).fork("fork", 8).run(1);
    assertThat(assertRefused(ErrorCode.SIMULATION_EXISTS, () -> fork.open(imports())))
        .hasMessageContainingAll("fork", "world", "8", "5");
    assertThat(imports().unfinished()).isEmpty();
    try (WriterSession writer = open(trunk.id(), BOB)) {
      TurnCommit next = samples.turnAfter(head, writer.epoch()).build();
      states().append(next);
      assertThat(states().stateAt(trunk.id(), new TurnNumber(6))).isEqualTo(next.state());
    }
    assertSound(trunk.id());
  }

  @Test
  void a_discarded_import_leaves_nothing_in_the_history_that_it_shares() {
    SampleOriginal world = SampleOriginal.of(samples, "world").run(5);
    SampleOriginal tail = world.rollBack(2, "tail");
    world.run(1).importWhole(imports());
    try (ImportSession session = tail.open(imports())) {
      session.add(tail.turns(3, 5));
    }
    imports().discard(tail.id());
    try (ImportSession session = tail.open(imports())) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(2));
    }
    tail.importWhole(imports());
    assertThat(turns(tail.id())).isEqualTo(tail.turns());
    assertThat(turns(world.id())).isEqualTo(world.turns());
    assertSound(tail.id());
    assertSound(world.id());
  }

  /** A turn that differs from the one that {@link SampleOriginal#run(int)} adds. */
  private static TurnSample otherwise(TurnSample turn) {
    return turn.document(Samples.document("{\"went\":\"another way\"}"));
  }

  @Test
  void a_copy_that_ran_on_elsewhere_is_not_imported_over_the_one_that_is_here() {
    SampleOriginal here = original();
    SampleOriginal elsewhere = here.copy().run(SharedImportContract::otherwise).run(1);
    here.run(1).importWhole(imports());
    assertRefused(
        ConflictException.exists("world", here.id()), () -> elsewhere.importWhole(imports()));
    assertThat(turns(here.id())).isEqualTo(here.turns());
    assertSound(here.id());
  }

  @Test
  void an_import_that_was_left_does_not_go_on_with_a_copy_that_went_another_way() {
    SampleOriginal begun = original().run(2);
    SampleOriginal diverged = begun.copy().backTo(5).run(SharedImportContract::otherwise).run(2);
    try (ImportSession session = begun.open(imports())) {
      session.add(begun.turns(1, 6));
    }
    assertDiverged("world", 6, () -> diverged.importWhole(imports()));
    assertThat(imports().unfinished())
        .extracting(simulation -> simulation.head().state())
        .containsExactly(begun.turns().get(6).state().ref());
    assertThat(simulations().find(begun.id())).isEmpty();
    begun.importWhole(imports());
    assertThat(turns(begun.id())).isEqualTo(begun.turns());
    assertSound(begun.id());
  }

  @Test
  void a_fork_of_a_copy_that_went_another_way_is_not_put_on_the_turns_that_are_here() {
    SampleOriginal here = original();
    SampleOriginal elsewhere = here.copy().run(SharedImportContract::otherwise);
    here.run(1).importWhole(imports());
    SampleOriginal fork = elsewhere.fork("fork", 6).run(2);
    assertDiverged("fork", 6, () -> fork.importWhole(imports()));
    assertOnlyHere(here, fork);
  }

  @Test
  void a_fork_without_turns_is_not_put_on_another_content_either() {
    SampleOriginal here = original();
    SampleOriginal elsewhere = here.copy().run(SharedImportContract::otherwise);
    here.run(2).importWhole(imports());
    SampleOriginal fork = elsewhere.fork("fork", 6);
    assertDiverged("fork", 6, () -> fork.importWhole(imports()));
    assertOnlyHere(here, fork);
    SampleOriginal right = here.fork("right", 6);
    right.importWhole(imports());
    assertThat(turns(right.id())).isEqualTo(right.turns());
  }

  private void assertDiverged(String name, int turn, ThrowingCallable call) {
    assertRefused(ConflictException.diverged(name, turn), call);
  }

  /** Whether the refused fork was begun or not is the adapter's own affair. */
  private void assertOnlyHere(SampleOriginal here, SampleOriginal fork) {
    assertThat(simulations().find(fork.id())).isEmpty();
    if (!imports().unfinished().isEmpty()) {
      imports().discard(fork.id());
    }
    assertThat(simulations().list(Optional.empty(), 10)).hasSize(1);
    assertThat(turns(here.id())).isEqualTo(here.turns());
    assertSound(here.id());
  }

  @Test
  void the_seeds_of_segments_come_with_them() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.reseeded("fork", 3, -9).run(2);
    SampleOriginal empty = fork.reseeded("empty", 5, Long.MIN_VALUE);
    SampleOriginal plain = fork.fork("plain", 5).run(1);
    for (SampleOriginal each : List.of(trunk, fork, empty, plain)) {
      each.importWhole(imports());
      assertThat(simulations().lineage(each.id())).isEqualTo(each.lineage());
      assertThat(simulations().find(each.id()))
          .map(Simulation::head)
          .contains(each.simulation().head());
    }
    assertSeed(42, trunk);
    assertSeed(-9, fork);
    assertSeed(Long.MIN_VALUE, empty);
    assertSeed(-9, plain);
  }

  private void assertSeed(long seed, SampleOriginal of) {
    assertThat(simulations().find(of.id())).map(Simulation::seed).contains(seed);
  }

  @Test
  void an_unfinished_import_has_the_seed_of_as_much_as_is_here() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.reseeded("fork", 3, 9).run(2);
    trunk.importWhole(imports());
    try (ImportSession session = fork.open(imports())) {
      session.add(fork.turns(4, 4));
      assertThat(imports().unfinished()).extracting(Simulation::seed).containsExactly(9L);
    }
  }
}
