package dev.stateline.application.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.Stateline;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.application.verify.VerificationReport;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedStatelineTest {

  private final TownStore store = new TownStore();
  private final Noted noted = new Noted();
  private long nanos;

  @AfterEach
  void close() {
    store.close();
  }

  private Stateline observedBy(ObserverPort observer) {
    return Stateline.builder()
        .persistence(store.persistence)
        .clock(store.clock)
        .ids(store.ids)
        .observer(observer)
        .ticker(() -> nanos++)
        .build();
  }

  private Turn turn(Simulation simulation, int number) {
    TurnRange one = new TurnRange(new TurnNumber(number), new TurnNumber(number));
    try (Stream<Turn> turns = store.persistence.states().turns(simulation.id(), one)) {
      return turns.findFirst().orElseThrow();
    }
  }

  @Test
  void a_turn_is_told_when_it_is_encoded_written_and_durable_with_its_bytes() {
    try (StateManager<Town> manager = observedBy(noted).create(TownRules.spec("a"))) {
      noted.done.clear();
      TownStore.play(manager, 1);

      long documents = turn(manager.simulation(), 1).documentBytes();
      assertThat(noted.operations())
          .containsExactly(Operation.ENCODE, Operation.APPEND, Operation.COMMIT);
      assertThat(noted.done.get(0).amount()).isEqualTo(new Amount(1, documents, 0));
      assertThat(noted.last().amount()).isEqualTo(noted.done.get(1).amount());
      assertThat(noted.last().amount().documentBytes()).isEqualTo(documents);
      assertThat(noted.last().amount().storedBytes()).isPositive();
      assertThat(noted.last().took()).isGreaterThan(noted.done.get(1).took());
    }
  }

  @Test
  void what_is_read_is_told_with_its_documents() {
    Simulation simulation = store.played("a", 3);
    Stateline stateline = observedBy(noted);
    Turn second = turn(simulation, 2);
    int state = second.state().document().size();

    stateline.history().stateAt(simulation.id(), new TurnNumber(2));
    assertThat(noted.last().operation()).isEqualTo(Operation.READ_STATE);
    assertThat(noted.last().amount()).isEqualTo(new Amount(1, state, 0));

    stateline.history().transitionAt(simulation.id(), new TurnNumber(2));
    assertThat(noted.last().operation()).isEqualTo(Operation.READ_TRANSITION);
    assertThat(noted.last().amount()).isEqualTo(new Amount(1, second.documentBytes() - state, 0));

    stateline.history().transitionAt(simulation.id(), TurnNumber.ZERO);
    assertThat(noted.last().amount()).isEqualTo(Amount.NONE);
  }

  @Test
  void a_stream_is_told_once_when_it_is_closed_without_the_time_of_its_reader() {
    Simulation simulation = store.played("a", 3);
    try (Stream<TurnRecord> history =
        observedBy(noted).history().history(simulation.id(), TurnRange.ALL)) {
      Iterator<TurnRecord> rows = history.iterator();
      rows.next();
      nanos += 1_000_000;
      rows.next();
      assertThat(noted.done).isEmpty();
    }
    assertThat(noted.operations()).containsExactly(Operation.READ_HISTORY);
    assertThat(noted.last().amount()).isEqualTo(new Amount(2, 0, 0));
    assertThat(noted.last().took()).isLessThan(Duration.ofNanos(1000));
  }

  @Test
  void a_verification_tells_what_it_read_of_the_rows() {
    Simulation simulation = store.played("a", 3);
    VerificationReport report = observedBy(noted).verifier().verify(simulation.id());
    assertThat(report.isClean()).isTrue();
    assertThat(noted.operations()).containsExactly(Operation.READ_AUDIT);
    assertThat(noted.last().amount().turns()).isEqualTo(4);
    assertThat(noted.last().amount().documentBytes())
        .isEqualTo(Stream.of(0, 1, 2, 3).mapToLong(t -> turn(simulation, t).documentBytes()).sum());
  }

  @Test
  void what_is_refused_is_told_with_its_code() {
    Simulation simulation = store.played("a", 1);
    Stateline stateline = observedBy(noted);
    assertThatThrownBy(() -> stateline.history().stateAt(simulation.id(), new TurnNumber(9)))
        .isInstanceOf(NotFoundException.class);
    assertThat(noted.failed)
        .containsExactly(new Noted.Failed(Operation.READ_STATE, ErrorCode.TURN_OUT_OF_RANGE));

    noted.failed.clear();
    try (StateManager<Town> fenced =
            stateline.open(
                simulation.id(), TownRules.FORMAT, TownRules.PROVENANCE, TakeOver.REFUSE);
        StateManager<Town> winner = store.open(simulation.id(), TakeOver.FORCE)) {
      assertThat(winner.head()).isEqualTo(fenced.head());
      assertThatThrownBy(() -> TownStore.play(fenced, 1)).isInstanceOf(ConflictException.class);
    }
    assertThat(noted.failed)
        .containsExactly(
            new Noted.Failed(Operation.APPEND, ErrorCode.WRITER_FENCED),
            new Noted.Failed(Operation.COMMIT, ErrorCode.WRITER_FENCED));
  }

  @Test
  void the_turns_that_wait_can_be_looked_at() {
    observedBy(noted);
    assertThat(noted.figures)
        .filteredOn(figure -> figure.name().equals("waiting_turns"))
        .singleElement()
        .satisfies(figure -> assertThat(figure.value().getAsDouble()).isZero())
        .extracting(Figure::kind)
        .isEqualTo(Figure.Kind.LEVEL);
  }

  @Test
  void an_observer_that_throws_loses_no_turn() {
    for (Throwable fault : List.of(new IllegalStateException("full"), new NoClassDefFoundError())) {
      String name = fault.getClass().getSimpleName();
      try (StateManager<Town> manager =
          observedBy(new Throwing(fault)).create(TownRules.spec(name))) {
        TownStore.play(manager, 3);
        assertThat(manager.head().turn()).isEqualTo(new TurnNumber(3));
      }
      assertThat(store.chain(store.stateline.simulations().find(name).id()))
          .isEqualTo(store.chain(store.played("without " + name, 3).id()));
    }
  }

  private record Throwing(Throwable fault) implements ObserverPort {

    @Override
    public void done(Operation operation, Duration took, Amount amount) {
      fail(fault);
    }

    @Override
    public void watch(List<Figure> figures) {
      fail(fault);
    }

    private static void fail(Throwable fault) {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    }
  }
}
