package dev.stateline.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.sample.SampleOriginal;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the memory adapter does where the ports leave it a choice. */
class MemoryPersistenceTest {

  private final Samples samples = new Samples();
  private final Persistence persistence = MemoryFixture.open(AccessMode.READ_WRITE);
  private final SampleRun run =
      SampleRun.begin(samples, persistence, samples.simulation("world").build());

  @Test
  void a_simulation_id_is_used_once() {
    assertThatThrownBy(() -> persistence.simulations().create(run.origin()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(run.id().toString());
  }

  @Test
  void a_turn_on_another_segment_is_refused_and_both_are_named() {
    SegmentId other = new SegmentId(samples.next());
    TurnCommit elsewhere = run.commit(1).next().segment(other).build();
    assertThatThrownBy(() -> persistence.states().append(elsewhere))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "world", "turn 2", other.toString(), run.origin().root().id().toString());
    assertThat(persistence.states().head(run.id()).state()).isEqualTo(run.head().ref());
  }

  @Test
  void a_writer_that_was_taken_over_is_told_that_before_anything_else() {
    TurnCommit late = run.next().segment(new SegmentId(samples.next())).build();
    run.commit(1);
    persistence.writers().open(run.id(), new WriterIdentity("bob"), TakeOver.FORCE);
    assertThatThrownBy(() -> persistence.states().append(late))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED));
  }

  @Test
  void a_turn_whose_documents_were_pruned_is_held_and_given_out_without_them() {
    SampleOriginal original = SampleOriginal.of(samples, "pruned").run(2);
    Turn whole = original.turns().get(1);
    State s = whole.state();
    Transition t = whole.transition().orElseThrow();
    Turn pruned =
        new Turn(
            new State(
                s.simulation(),
                s.ref(),
                s.simulatedTime(),
                Content.pruned(s.stateHash()),
                s.stateVersion(),
                s.provenance(),
                s.createdAt()),
            Optional.of(
                new Transition(
                    Content.pruned(t.actionsContent().hash()),
                    t.outcomesContent(),
                    t.processingTime(),
                    t.createdAt())));
    try (ImportSession session = original.open(persistence.imports())) {
      session.add(List.of(pruned, original.turns().get(2)));
      session.publish(Stream.empty());
    }
    assertThat(persistence.states().stateAt(original.id(), s.turn())).isEqualTo(pruned.state());
    assertThat(persistence.states().transitionAt(original.id(), s.turn()))
        .isEqualTo(pruned.transition());
    try (Stream<TurnRecord> turns =
        persistence.states().history(original.id(), new TurnRange(s.turn(), s.turn()))) {
      assertThat(turns).extracting(TurnRecord::storedSize).containsExactly(0);
    }
    try (Stream<AuditedTurn> turns = persistence.audit().turns(original.id(), TurnRange.ALL)) {
      assertThat(turns).allSatisfy(turn -> assertThat(turn.defects()).isEmpty());
    }
  }

  @Test
  void documents_are_held_as_they_came() {
    TurnCommit commit = run.next().build();
    long size = commit.turn().documentBytes();
    assertThat(persistence.states().append(commit).storedBytes()).isEqualTo(size);
    try (Stream<TurnRecord> turns = persistence.states().history(run.id(), TurnRange.ALL)) {
      assertThat(turns)
          .allSatisfy(
              turn -> {
                assertThat(turn.encoding()).isEqualTo("plain");
                assertThat(turn.storedSize()).isEqualTo(turn.documentSize());
              });
    }
  }

  @Test
  void processing_times_are_kept_in_whole_milliseconds() {
    run.commit(turn -> turn.processingTime(Duration.ofNanos(1_999_999)));
    assertThat(persistence.states().transitionAt(run.id(), new TurnNumber(1)))
        .hasValueSatisfying(t -> assertThat(t.processingTime()).isEqualTo(Duration.ofMillis(1)));
  }

  @Test
  void a_reader_under_way_stops_when_the_database_is_closed() {
    run.commit(3);
    try (Stream<TurnRecord> turns = persistence.states().history(run.id(), TurnRange.ALL)) {
      Iterator<TurnRecord> reader = turns.iterator();
      reader.next();
      persistence.close();
      assertThatThrownBy(reader::next).isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void a_page_of_nothing_is_refused() {
    assertThatThrownBy(() -> persistence.simulations().list(Optional.empty(), 0))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> persistence.checkpoints().list(run.id(), Optional.empty(), 0))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_database_that_is_opened_for_reading_only_is_empty_and_stays_so() {
    try (Persistence readOnly = MemoryFixture.open(AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> readOnly.simulations().create(samples.simulation("other").build()))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("reading only");
      assertThat(readOnly.simulations().list(Optional.empty(), 10)).isEmpty();
    }
  }

  @Test
  void a_closed_database_says_that_it_is_closed() {
    persistence.close();
    assertThatThrownBy(() -> persistence.states().head(run.id()))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE))
        .hasMessageContaining("closed");
    assertThatThrownBy(persistence::diagnose)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("closed");
  }
}
