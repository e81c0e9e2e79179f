package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that breaks around a COMMIT leaves no duplicate, no gap and no false failure. */
class LostConnectionTest {

  @ParameterizedTest
  @EnumSource
  void a_connection_cut_around_a_commit_is_settled(CuttingProxy.Cut cut) throws Exception {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try (CuttingProxy proxy =
            new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
        Persistence persistence = open(through(proxy, database))) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);

      proxy.arm(cut);
      run.commit(1);
      assertThat(proxy.hasCut()).isTrue();
      run.commit(2);

      assertThat(states(persistence, run))
          .containsExactlyElementsOf(run.states().stream().map(state -> state.ref()).toList());
      assertThat(new Verifier(persistence).verify(run.id(), Optional.empty(), turn -> {}).isClean())
          .isTrue();
    } finally {
      TestServer.get().drop(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_cut_around_the_commit_of_many_is_settled(CuttingProxy.Cut cut)
      throws Exception {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try (CuttingProxy proxy =
            new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
        Persistence persistence = open(through(proxy, database))) {
      Samples samples = new Samples();
      SampleRun one = SampleRun.begin(samples, persistence, samples.simulation("one").build());
      SampleRun two = SampleRun.begin(samples, persistence, samples.simulation("two").build());
      TurnCommit late = two.next().document(Samples.document("\"late\"")).build();
      two.commit(1);

      proxy.arm(cut);
      List<AppendResult> results =
          persistence.states().appendAll(List.of(one.next().build(), late, two.next().build()));
      assertThat(proxy.hasCut()).isTrue();

      assertThat(results)
          .extracting(r -> r.refusal().isPresent())
          .containsExactly(false, true, false);
      assertThat(states(persistence, one)).hasSize(2);
      assertThat(states(persistence, two)).hasSize(3);
    } finally {
      TestServer.get().drop(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_cut_around_the_commit_of_a_fork_or_a_rollback_is_settled(CuttingProxy.Cut cut)
      throws Exception {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try (CuttingProxy proxy =
            new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
        Persistence persistence = open(through(proxy, database))) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(4);
      Lineage lineage = persistence.simulations().lineage(run.id());
      Segment forked = branch(samples, lineage, new SimulationId(samples.next()), 2);
      Segment head = branch(samples, lineage, run.id(), 1);
      Segment left = branch(samples, lineage, new SimulationId(samples.next()), 4);

      proxy.arm(cut);
      Simulation fork =
          persistence
              .branches()
              .fork(
                  NewFork.of(new SimulationName("fork"), forked, run.states().get(2).ref())
                      .build());
      assertThat(proxy.hasCut()).isTrue();
      proxy.arm(cut);
      Simulation back =
          persistence
              .branches()
              .rollBack(
                  new Rollback(
                      run.epoch(),
                      head,
                      Optional.of(new Rollback.Tail(new SimulationName("tail"), left))));
      assertThat(proxy.hasCut()).isTrue();

      assertThat(persistence.simulations().find(fork.id())).contains(fork);
      assertThat(persistence.simulations().find(run.id())).contains(back);
      assertThat(back.head().turn()).isEqualTo(new TurnNumber(1));
      assertThat(persistence.simulations().list(Optional.empty(), 9)).hasSize(3);
    } finally {
      TestServer.get().drop(database);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "DURING"})
  void after_a_take_over_a_lost_commit_is_fenced_even_if_the_same_turn_is_there(
      CuttingProxy.Cut cut) throws Exception {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    try (CuttingProxy proxy =
            new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
        Persistence other = open(database);
        Persistence persistence = open(through(proxy, database))) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(2);
      TurnCommit lost = run.next().build();

      proxy.arm(cut, () -> takeOver(other, lost));
      assertThatThrownBy(() -> persistence.states().append(lost))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_FENCED));

      assertThat(proxy.hasCut()).isTrue();
      assertThat(other.states().head(run.id()).state()).isEqualTo(lost.state().ref());
    } finally {
      TestServer.get().drop(database);
    }
  }

  /** Another writer takes the simulation, and adds the same turn if it is not there. */
  private static void takeOver(Persistence other, TurnCommit turn) {
    WriterEpoch epoch =
        other.writers().open(turn.simulation(), SampleRun.WRITER, TakeOver.FORCE).epoch();
    if (other.states().head(turn.simulation()).state().equals(turn.expectedHead())) {
      other
          .states()
          .append(new TurnCommit(epoch, turn.expectedHead(), turn.turn(), turn.checkpoint()));
    }
  }

  private static Segment branch(Samples samples, Lineage lineage, SimulationId owner, int turn) {
    return lineage.branch(
        new SegmentId(samples.next()),
        owner,
        new TurnNumber(turn),
        Optional.empty(),
        samples.now());
  }

  @Test
  void a_server_that_stays_away_is_reported_as_unavailable() throws Exception {
    Map<String, String> database = TestServer.get().newMigratedDatabase();
    CuttingProxy proxy =
        new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
    try (Persistence persistence = open(through(proxy, database))) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      proxy.arm(CuttingProxy.Cut.BEFORE);
      proxy.close();
      assertThatThrownBy(() -> run.commit(1))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("cannot be reached");
    }
    try (Persistence persistence = open(database)) {
      assertThat(persistence.simulations().list(Optional.empty(), 2))
          .singleElement()
          .satisfies(world -> assertThat(world.head().turn().value()).isZero());
    } finally {
      TestServer.get().drop(database);
    }
  }

  private static List<Object> states(Persistence persistence, SampleRun run) {
    try (Stream<TurnRecord> history = persistence.states().history(run.id(), TurnRange.ALL)) {
      return history.<Object>map(TurnRecord::state).toList();
    }
  }

  private static Map<String, String> through(CuttingProxy proxy, Map<String, String> database) {
    Map<String, String> connection = new HashMap<>(database);
    connection.put("host", "localhost");
    connection.put("port", Integer.toString(proxy.port()));
    // So that COMMIT travels as text each time, where the proxy sees it.
    connection.put("prepared_statements", "off");
    connection.put("connect_timeout_seconds", "4");
    connection.put("sslmode", "disable");
    return connection;
  }

  private static Persistence open(Map<String, String> connection) {
    return new PostgresPersistenceProvider()
        .open(PostgresFixture.settings(connection, AccessMode.READ_WRITE));
  }
}
