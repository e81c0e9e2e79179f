package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reading many turns without their documents. */
public abstract class HistoryContract extends PersistenceSuite {

  @Test
  void the_whole_history_goes_from_turn_0_to_the_head() {
    SampleRun run = run("world").commit(300);
    assertThat(turns(run, TurnRange.ALL)).isEqualTo(numbers(0, 300));
    assertUnchanged(run);
  }

  @Test
  void a_simulation_that_was_not_run_has_turn_0() {
    assertThat(turns(run("world"), TurnRange.ALL)).containsExactly(0);
  }

  @Test
  void a_range_is_inclusive_and_ends_at_the_head() {
    SampleRun run = run("world").commit(10);
    assertThat(turns(run, range(3, 6))).isEqualTo(numbers(3, 6));
    assertThat(turns(run, range(5, 5))).containsExactly(5);
    assertThat(turns(run, range(0, 0))).containsExactly(0);
    assertThat(turns(run, range(10, 10))).containsExactly(10);
    assertThat(turns(run, range(8, 99))).isEqualTo(numbers(8, 10));
    assertThat(turns(run, range(11, TurnNumber.MAX_VALUE))).isEmpty();
  }

  @Test
  void every_turn_is_described_as_it_was_written() {
    SampleRun run =
        run(samples.simulation("world").time("1992-01-01T00:00:00Z").stateVersion(2).build());
    run.commit(turn -> turn.time("1992-02-01T00:00:00Z"));
    run.commit(turn -> turn.provenance(Samples.provenance("2.0.0", -1)).stateVersion(3));
    List<TurnRecord> records = history(run.id(), TurnRange.ALL);
    assertThat(records).hasSize(3);
    for (Turn turn : run.turns()) {
      assertDescribes(records.get(turn.state().turn().value()), turn);
    }
  }

  private static void assertDescribes(TurnRecord record, Turn turn) {
    State state = turn.state();
    assertThat(record.simulation()).isEqualTo(state.simulation());
    assertThat(record.state()).isEqualTo(state.ref());
    assertThat(record.simulatedTime()).isEqualTo(state.simulatedTime());
    assertThat(record.stateHash()).isEqualTo(state.stateHash());
    assertThat(record.provenanceHash()).isEqualTo(state.provenance().hash());
    assertThat(record.stateVersion()).isEqualTo(state.stateVersion());
    assertThat(record.documentSize()).isEqualTo(state.document().size());
    assertThat(record.transitionHash()).isEqualTo(turn.transition().map(Transition::hash));
    assertThat(record.processingTime())
        .isEqualTo(turn.transition().map(Transition::processingTime));
    assertThat(record.createdAt()).isEqualTo(state.createdAt());
    // How and how large it is stored is the adapter's own affair.
    assertThat(record.encoding()).isNotBlank();
    assertThat(record.storedSize()).isPositive();
  }

  @Test
  void turns_that_are_committed_after_the_call_are_not_in_the_stream() {
    SampleRun run = run("world").commit(5);
    try (Stream<TurnRecord> stream = states().history(run.id(), TurnRange.ALL)) {
      run.commit(5);
      assertThat(stream.map(turn -> turn.turn().value())).isEqualTo(numbers(0, 5));
    }
  }

  @Test
  void a_reader_that_is_under_way_holds_up_no_writer() {
    SampleRun run = run("world").commit(5);
    try (Stream<TurnRecord> stream = states().history(run.id(), TurnRange.ALL)) {
      Iterator<TurnRecord> turns = stream.iterator();
      assertThat(turns.next().turn().value()).isZero();
      run.commit(5);
      assertThat(turns.next().turn().value()).isEqualTo(1);
    }
    assertUnchanged(run);
  }

  @Test
  void two_readers_go_on_beside_each_other() {
    SampleRun run = run("world").commit(5);
    try (Stream<TurnRecord> one = states().history(run.id(), TurnRange.ALL);
        Stream<TurnRecord> two = states().history(run.id(), range(3, 5))) {
      Iterator<TurnRecord> first = one.iterator();
      assertThat(first.next().turn().value()).isZero();
      assertThat(two.map(turn -> turn.turn().value())).isEqualTo(numbers(3, 5));
      assertThat(first.next().turn().value()).isEqualTo(1);
    }
  }

  @Test
  void many_streams_may_be_closed_before_their_end() {
    SampleRun run = run("world").commit(20);
    for (int i = 0; i < 50; i++) {
      try (Stream<TurnRecord> stream = states().history(run.id(), TurnRange.ALL)) {
        assertThat(stream.findFirst()).map(TurnRecord::turn).contains(TurnNumber.ZERO);
      }
    }
    run.commit(1);
    assertUnchanged(run);
  }

  @Test
  void a_closed_stream_cannot_be_read() {
    SampleRun run = run("world").commit(3);
    Stream<TurnRecord> stream = states().history(run.id(), TurnRange.ALL);
    stream.close();
    assertThatThrownBy(stream::toList).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_stream_that_is_closed_half_read_cannot_be_read_on() {
    SampleRun run = run("world").commit(3);
    Stream<TurnRecord> stream = states().history(run.id(), TurnRange.ALL);
    Iterator<TurnRecord> turns = stream.iterator();
    assertThat(turns.next().turn()).isEqualTo(TurnNumber.ZERO);
    stream.close();
    stream.close();
    assertThatThrownBy(turns::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void turns_with_their_documents_are_as_they_were_written() {
    SampleRun run = run("world").commit(20);
    assertThat(documents(run, TurnRange.ALL)).isEqualTo(run.turns());
    assertThat(documents(run, range(0, 0))).isEqualTo(run.turns().subList(0, 1));
    assertThat(documents(run, range(3, 17))).isEqualTo(run.turns().subList(3, 18));
    assertThat(documents(run, range(19, 99))).isEqualTo(run.turns().subList(19, 21));
    assertThat(documents(run, range(21, 99))).isEmpty();
  }

  @Test
  void a_reader_of_documents_holds_up_no_writer_and_sees_no_later_turn() {
    SampleRun run = run("world").commit(12);
    List<Turn> before = run.turns();
    try (Stream<Turn> stream = states().turns(run.id(), TurnRange.ALL)) {
      Iterator<Turn> turns = stream.iterator();
      List<Turn> read = new ArrayList<>(List.of(turns.next()));
      run.commit(2);
      turns.forEachRemaining(read::add);
      assertThat(read).isEqualTo(before);
    }
  }

  @Test
  void a_closed_stream_of_documents_cannot_be_read() {
    SampleRun run = run("world").commit(3);
    Stream<Turn> stream = states().turns(run.id(), TurnRange.ALL);
    Iterator<Turn> turns = stream.iterator();
    assertThat(turns.next().state()).isEqualTo(run.origin().initial());
    stream.close();
    assertThatThrownBy(turns::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_simulation_that_does_not_exist_has_no_history() {
    assertRefused(ErrorCode.SIMULATION_NOT_FOUND, () -> history(unknown(), TurnRange.ALL));
    assertRefused(
        ErrorCode.SIMULATION_NOT_FOUND, () -> states().turns(unknown(), TurnRange.ALL).close());
  }

  private List<Turn> documents(SampleRun run, TurnRange range) {
    try (Stream<Turn> turns = states().turns(run.id(), range)) {
      return turns.toList();
    }
  }

  private List<Integer> turns(SampleRun run, TurnRange range) {
    return history(run.id(), range).stream().map(turn -> turn.turn().value()).toList();
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private static TurnRange range(int from, int to) {
    return new TurnRange(new TurnNumber(from), new TurnNumber(to));
  }
}
