package dev.stateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import dev.stateline.testkit.PersistenceFixture.Capability;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Taking in simulations of other databases, where the fixture declares {@link Capability#IMPORT};
 * the refusal to, where it does not.
 */
public abstract class ImportContract extends PersistenceSuite {

  @Override
  Optional<Capability> needs() {
    return Optional.of(Capability.IMPORT);
  }

  @Override
  void assertAbsent() {
    assertRefused(ErrorCode.NOT_SUPPORTED, () -> persistence.imports());
  }

  private ImportPort imports() {
    return persistence.imports();
  }

  private SampleOriginal original() {
    return SampleOriginal.of(samples, "world").run(5).checkpoint("mark", 2).checkpoint("end", 5);
  }

  private static ImportSession open(ImportPort imports, SampleOriginal original) {
    return imports.open(original.imported(), ALICE);
  }

  private static void importWhole(ImportPort imports, SampleOriginal original) {
    try (ImportSession session = open(imports, original)) {
      int next = session.head().turn().value() + 1;
      session.add(original.turns(next, original.turns().size() - 1));
      session.publish(original.checkpoints().stream());
    }
  }

  @Test
  void what_was_imported_is_what_it_was_where_it_came_from() {
    SampleOriginal original = original();
    importWhole(imports(), original);
    Simulation found = simulations().find(original.id()).orElseThrow();
    assertThat(found).isEqualTo(original.published(found.epoch()));
    assertThat(simulations().lineage(original.id())).isEqualTo(original.lineage());
    assertThat(turns(original.id())).isEqualTo(original.turns());
    assertThat(checkpoints().list(original.id(), Optional.empty(), 10))
        .isEqualTo(original.checkpoints());
    assertThat(imports().unfinished()).isEmpty();
    assertSound(original.id());
  }

  @Test
  void publishing_gives_the_simulation_that_is_found_from_then_on() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 5));
      Simulation published = session.publish(Stream.empty());
      assertThat(simulations().find(original.id())).contains(published);
      assertThat(published.head()).isEqualTo(original.simulation().head());
    }
  }

  @Test
  void nothing_of_it_is_seen_before_it_is_published() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 5));
      assertUnseen(original);
      assertThat(imports().unfinished())
          .singleElement()
          .satisfies(
              simulation -> {
                assertThat(simulation.id()).isEqualTo(original.id());
                assertThat(simulation.head().turn()).isEqualTo(new TurnNumber(5));
                assertThat(simulation.writer()).contains(ALICE);
              });
    }
    assertUnseen(original);
  }

  private void assertUnseen(SampleOriginal original) {
    SimulationId id = original.id();
    assertThat(simulations().find(id)).isEmpty();
    assertThat(simulations().find(original.simulation().name())).isEmpty();
    assertThat(simulations().list(Optional.empty(), 10)).isEmpty();
    assertThat(simulations().findByIdPrefix(id.toString(), 10)).isEmpty();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> simulations().lineage(id));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> takeOver(id, BOB));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().head(id));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> states().stateAt(id, TurnNumber.ZERO));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> history(id, TurnRange.ALL));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> checkpoints().list(id, Optional.empty(), 10));
  }

  @Test
  void its_name_is_kept_for_it_from_the_beginning() {
    SampleOriginal original = original();
    open(imports(), original).close();
    assertThat(assertRefused(ErrorCode.NAME_TAKEN, () -> created("world")))
        .hasMessageContaining("import");
    SampleOriginal other = SampleOriginal.of(samples, "world");
    assertRefused(ErrorCode.NAME_TAKEN, () -> open(imports(), other));
    importWhole(imports(), original);
    assertThat(simulations().find(original.simulation().name())).isPresent();
  }

  @Test
  void a_name_that_another_simulation_has_is_refused() {
    created("world");
    SampleOriginal original = original();
    assertRefused(ErrorCode.NAME_TAKEN, () -> open(imports(), original));
    assertThat(imports().unfinished()).isEmpty();
  }

  @Test
  void an_import_that_was_left_goes_on_from_where_it_stands() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      assertThat(session.head().turn()).isEqualTo(TurnNumber.ZERO);
      session.add(original.turns(1, 2));
      session.add(original.turns(3, 3));
    }
    try (ImportSession session = imports().open(original.imported(), BOB)) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(3));
      assertThat(session.head().chainHash()).isEqualTo(original.turns().get(3).state().chainHash());
    }
    importWhole(imports(), original);
    assertThat(turns(original.id())).isEqualTo(original.turns());
    assertSound(original.id());
  }

  @Test
  void an_unfinished_import_outlives_the_database_being_closed_if_it_is_durable() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 4));
    }
    reopen();
    boolean durable = fixture.capabilities().contains(Capability.DURABLE);
    try (ImportSession session = open(persistence.imports(), original)) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(durable ? 4 : 0));
    }
  }

  @Test
  void closing_the_database_ends_an_import_under_way() {
    SampleOriginal original = original();
    ImportSession session = open(imports(), original);
    reopen();
    importWhole(persistence.imports(), original);
    assertThatCode(session::close).doesNotThrowAnyException();
    assertThat(turns(original.id())).isEqualTo(original.turns());
  }

  @Test
  void two_do_not_import_the_same_simulation_at_once() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 1));
      assertRefused(
          ErrorCode.WRITER_PRESENT, ALICE, () -> imports().open(original.imported(), BOB));
      assertRefused(ErrorCode.WRITER_PRESENT, ALICE, () -> imports().discard(original.id()));
    }
  }

  @Test
  void one_that_is_there_is_not_imported_again() {
    SampleOriginal original = original();
    importWhole(imports(), original);
    assertRefused(ErrorCode.SIMULATION_EXISTS, () -> open(imports(), original));
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> imports().discard(original.id()));
    assertThat(turns(original.id())).isEqualTo(original.turns());
  }

  @Test
  void turns_that_do_not_follow_are_refused_and_none_of_them_is_written() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 1));
      refuses(session, original.turns(3, 3));
      refuses(session, original.turns(1, 2));
      refuses(session, List.of(original.turns().get(2), original.turns().get(4)));
      refuses(session, original().turns(2, 2));
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(1));
    }
  }

  @Test
  void a_turn_whose_chain_hash_or_segment_is_wrong_is_refused() {
    SampleOriginal original = original();
    ChainHash wrong = new ChainHash(Sha256.ofUtf8("wrong"));
    Turn badChain = SampleOriginal.turn(original.next().chainHash(wrong));
    Turn badSegment = SampleOriginal.turn(original.next().segment(new SegmentId(samples.next())));
    Turn tooLate = SampleOriginal.turn(original.next());
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 5));
      refuses(session, List.of(badChain));
      refuses(session, List.of(badSegment));
      refuses(session, List.of(tooLate));
      session.publish(Stream.empty());
    }
    assertThat(turns(original.id())).isEqualTo(original.turns());
  }

  private static void refuses(ImportSession session, List<Turn> turns) {
    assertRefused(ErrorCode.INVALID_VALUE, () -> session.add(turns));
  }

  @Test
  void a_part_of_it_is_not_published() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 4));
      assertRefused(ErrorCode.INVALID_VALUE, () -> session.publish(Stream.empty()));
    }
    assertUnseen(original);
  }

  @Test
  void it_is_not_published_with_a_checkpoint_of_a_state_that_is_not_its_own() {
    SampleOriginal original = original();
    Checkpoint foreign = original().checkpoint("foreign", 3).checkpoints().get(2);
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 5));
      assertRefused(
          ErrorCode.INVALID_VALUE,
          () ->
              session.publish(Stream.concat(original.checkpoints().stream(), Stream.of(foreign))));
    }
    assertUnseen(original);
    importWhole(imports(), original);
    assertThat(checkpoints().list(original.id(), Optional.empty(), 10))
        .isEqualTo(original.checkpoints());
  }

  @Test
  void a_discarded_import_leaves_nothing_behind() {
    SampleOriginal original = original();
    try (ImportSession session = open(imports(), original)) {
      session.add(original.turns(1, 4));
    }
    imports().discard(original.id());
    assertThat(imports().unfinished()).isEmpty();
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> imports().discard(original.id()));
    SampleOriginal other = SampleOriginal.of(samples, "world").run(2);
    importWhole(imports(), other);
    assertThat(turns(other.id())).isEqualTo(other.turns());
  }

  @Test
  void what_was_imported_is_run_on_and_deleted_as_any_other() {
    SampleOriginal original = original();
    importWhole(imports(), original);
    try (WriterSession writer = open(original.id(), BOB)) {
      states().append(samples.turnAfter(original.head(), writer.epoch()).build());
      assertThat(states().head(original.id()).turn()).isEqualTo(new TurnNumber(6));
      simulations().delete(original.id(), writer.epoch());
    }
    assertUnseen(original);
  }

  @Test
  void a_fork_goes_on_from_the_turns_that_its_ancestor_has() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.fork("fork", 3).run(4).checkpoint("mine", 2);
    importWhole(imports(), trunk);
    try (ImportSession session = open(imports(), fork)) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(3));
    }
    importWhole(imports(), fork);
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
    importWhole(imports(), trunk);
    importWhole(imports(), empty);
    SampleOriginal between = empty.fork("between", 5);
    assertThat(turns(empty.id())).isEqualTo(empty.turns());
    assertThat(simulations().lineage(empty.id())).isEqualTo(empty.lineage());
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> open(imports(), deep));
    importWhole(imports(), between);
    assertThat(simulations().lineage(between.id())).isEqualTo(between.lineage());
  }

  @Test
  void a_fork_is_refused_where_its_ancestor_is_missing() {
    SampleOriginal fork = original().fork("fork", 3).run(1);
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> open(imports(), fork));
    assertThat(imports().unfinished()).isEmpty();
  }

  @Test
  void an_ancestor_is_not_deleted_while_a_fork_rests_on_it() {
    SampleOriginal trunk = original();
    SampleOriginal fork = trunk.fork("fork", 3).run(1);
    importWhole(imports(), trunk);
    open(imports(), fork).close();
    assertStillNeeded(trunk);
    importWhole(imports(), fork);
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
                  ErrorCode.STILL_NEEDED, () -> simulations().delete(trunk.id(), writer.epoch())))
          .hasMessageContaining("fork");
    }
  }

  private void delete(SimulationId id) {
    try (WriterSession writer = open(id, BOB)) {
      simulations().delete(id, writer.epoch());
    }
  }

  @Test
  void an_ancestor_that_has_not_come_as_far_here_is_not_written_to_by_a_forks_import() {
    SampleOriginal trunk = original();
    importWhole(imports(), trunk);
    State head = trunk.head();
    SampleOriginal fork = trunk.run(3).fork("fork", 8).run(1);
    assertThat(assertRefused(ErrorCode.SIMULATION_EXISTS, () -> open(imports(), fork)))
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
    importWhole(imports(), world.run(1));
    try (ImportSession session = open(imports(), tail)) {
      session.add(tail.turns(3, 5));
    }
    imports().discard(tail.id());
    try (ImportSession session = open(imports(), tail)) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(2));
    }
    importWhole(imports(), tail);
    assertThat(turns(tail.id())).isEqualTo(tail.turns());
    assertThat(turns(world.id())).isEqualTo(world.turns());
    assertSound(tail.id());
    assertSound(world.id());
  }
}
