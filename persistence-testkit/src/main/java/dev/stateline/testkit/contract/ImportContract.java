package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Turn;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleOriginal;
import dev.stateline.testkit.sample.SampleRun;
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
  void what_was_imported_is_what_it_was_where_it_came_from() {
    SampleOriginal original = original();
    original.importWhole(imports());
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
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 5));
      Simulation published = session.publish(Stream.empty());
      assertThat(simulations().find(original.id())).contains(published);
      assertThat(published.head()).isEqualTo(original.simulation().head());
    }
  }

  @Test
  void nothing_of_it_is_seen_before_it_is_published() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 5));
      assertUnseen(original);
      assertThat(imports().unfinished())
          .singleElement()
          .satisfies(
              simulation -> {
                assertThat(simulation.id()).isEqualTo(original.id());
                assertThat(simulation.head().turn()).isEqualTo(new TurnNumber(5));
                assertThat(simulation.writer()).contains(SampleRun.WRITER);
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
    original.open(imports()).close();
    assertRefused(ConflictException.nameKept("world"), () -> created("world"));
    SampleOriginal other = SampleOriginal.of(samples, "world");
    assertRefused(ConflictException.nameKept("world"), () -> other.open(imports()));
    original.importWhole(imports());
    assertThat(simulations().find(original.simulation().name())).isPresent();
  }

  @Test
  void a_name_that_another_simulation_has_is_refused() {
    created("world");
    SampleOriginal original = original();
    assertRefused(ConflictException.nameTaken("world"), () -> original.open(imports()));
    assertThat(imports().unfinished()).isEmpty();
  }

  @Test
  void an_import_that_was_left_goes_on_from_where_it_stands() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      assertThat(session.head().turn()).isEqualTo(TurnNumber.ZERO);
      session.add(original.turns(1, 2));
      session.add(original.turns(3, 3));
    }
    try (ImportSession session = imports().open(original.imported(), BOB)) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(3));
      assertThat(session.head().chainHash()).isEqualTo(original.turns().get(3).state().chainHash());
    }
    original.importWhole(imports());
    assertThat(turns(original.id())).isEqualTo(original.turns());
    assertSound(original.id());
  }

  @Test
  void an_unfinished_import_outlives_the_database_being_closed_if_it_is_durable() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 4));
    }
    reopen();
    boolean durable = declares(Capability.DURABLE);
    try (ImportSession session = original.open(persistence.imports())) {
      assertThat(session.head().turn()).isEqualTo(new TurnNumber(durable ? 4 : 0));
    }
  }

  @Test
  void closing_the_database_ends_an_import_under_way() {
    SampleOriginal original = original();
    ImportSession session = original.open(imports());
    reopen();
    original.importWhole(persistence.imports());
    assertThatCode(session::close).doesNotThrowAnyException();
    assertThat(turns(original.id())).isEqualTo(original.turns());
  }

  @Test
  void two_do_not_import_the_same_simulation_at_once() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 1));
      ConflictException present = ConflictException.importUnderWay("world", SampleRun.WRITER);
      assertRefused(present, () -> imports().open(original.imported(), BOB));
      assertRefused(present, () -> imports().discard(original.id()));
    }
  }

  @Test
  void one_that_is_there_is_not_imported_again() {
    SampleOriginal original = original();
    original.importWhole(imports());
    assertRefused(ConflictException.exists("world", original.id()), () -> original.open(imports()));
    assertRefused(
        NotFoundException.unfinishedImport(original.id()), () -> imports().discard(original.id()));
    assertThat(turns(original.id())).isEqualTo(original.turns());
  }

  @Test
  void turns_that_do_not_follow_are_refused_and_none_of_them_is_written() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
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
    SampleOriginal longer = original.copy().run(2);
    ChainHash wrong = new ChainHash(Sha256.ofUtf8("wrong"));
    Turn badChain = original.copy().run(t -> t.chainHash(wrong)).turns().get(6);
    Turn badSegment = original.next().segment(new SegmentId(samples.next())).buildTurn();
    Turn tooLate = longer.next().buildTurn();
    try (ImportSession session = longer.open(imports())) {
      session.add(longer.turns(1, 4));
      refuses(session, List.of(longer.turns().get(5), badChain));
      refuses(session, List.of(longer.turns().get(5), badSegment));
      session.add(longer.turns(5, 7));
      refuses(session, List.of(tooLate));
      session.publish(Stream.empty());
    }
    assertThat(turns(original.id())).isEqualTo(longer.turns());
  }

  private static void refuses(ImportSession session, List<Turn> turns) {
    assertRefused(ErrorCode.INVALID_VALUE, () -> session.add(turns));
  }

  @Test
  void a_part_of_it_is_not_published() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 4));
      assertRefused(ErrorCode.INVALID_VALUE, () -> session.publish(Stream.empty()));
    }
    assertUnseen(original);
  }

  @Test
  void it_is_not_published_with_a_checkpoint_of_a_state_that_is_not_its_own() {
    SampleOriginal original = original();
    Checkpoint foreign = original().checkpoint("foreign", 3).checkpoints().get(2);
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 5));
      assertRefused(
          ErrorCode.INVALID_VALUE,
          () ->
              session.publish(Stream.concat(original.checkpoints().stream(), Stream.of(foreign))));
    }
    assertUnseen(original);
    original.importWhole(imports());
    assertThat(checkpoints().list(original.id(), Optional.empty(), 10))
        .isEqualTo(original.checkpoints());
  }

  @Test
  void a_discarded_import_leaves_nothing_behind() {
    SampleOriginal original = original();
    try (ImportSession session = original.open(imports())) {
      session.add(original.turns(1, 4));
    }
    imports().discard(original.id());
    assertThat(imports().unfinished()).isEmpty();
    assertRefused(
        NotFoundException.unfinishedImport(original.id()), () -> imports().discard(original.id()));
    SampleOriginal other = SampleOriginal.of(samples, "world").run(2);
    other.importWhole(imports());
    assertThat(turns(other.id())).isEqualTo(other.turns());
  }

  @Test
  void what_was_imported_is_run_on_and_deleted_as_any_other() {
    SampleOriginal original = original();
    original.importWhole(imports());
    try (WriterSession writer = open(original.id(), BOB)) {
      states().append(samples.turnAfter(original.head(), writer.epoch()).build());
      assertThat(states().head(original.id()).turn()).isEqualTo(new TurnNumber(6));
      writers().delete(original.id(), writer.epoch());
    }
    assertUnseen(original);
  }
}
