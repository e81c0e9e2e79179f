package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the server is asked and waited for: over a network, that is what a turn takes. */
@Isolated("a setting of the whole process is changed")
class RoundTripTest {

  /** The pool asks a connection that was idle for longer, half a second otherwise, for a sign. */
  private static final String UNASKED_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

  /** Turns that are read at once with their documents. */
  private static final int PAGE = 16;

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();
  private final Samples samples = new Samples();
  private CuttingProxy proxy;
  private Persistence persistence;
  private SampleRun run;

  @BeforeEach
  void a_run_of_one_turn() throws Exception {
    proxy = new CuttingProxy(database.get("host"), Integer.parseInt(database.get("port")));
    open(Map.of());
    run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
    run.commit(1);
  }

  private void open(Map<String, String> settings) {
    Map<String, String> connection = new HashMap<>(database);
    connection.put("host", "localhost");
    connection.put("port", Integer.toString(proxy.port()));
    connection.put("sslmode", "disable");
    connection.putAll(settings);
    // No renewal in between.
    connection.put("lease_seconds", "999");
    System.setProperty(UNASKED_MILLIS, "600000");
    try {
      // One connection: a second one would be opened beside what is counted.
      persistence =
          new PostgresPersistenceProvider()
              .open(PersistenceSettings.at(connection, AccessMode.READ_WRITE).poolSize(1).build());
    } finally {
      System.clearProperty(UNASKED_MILLIS);
    }
  }

  @AfterEach
  void close() throws Exception {
    persistence.close();
    proxy.close();
    TestServer.get().drop(database);
  }

  @Test
  void a_turn_is_added_in_one() {
    for (int turn = 2; turn < 14; turn++) {
      assertThat(trips(() -> run.commit(1))).as("turn %d", turn).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default_transaction_isolation = 'serializable'",
        "lock_timeout = 1",
        "statement_timeout = '2s'",
        "idle_in_transaction_session_timeout = 1",
        "synchronous_commit = off",
        "standard_conforming_strings = off",
        "search_path = ''"
      })
  void a_turn_is_added_in_one_whatever_the_database_has_set(String setting) {
    TestServer.get().execute("ALTER DATABASE " + database.get("database") + " SET " + setting);
    persistence.close();
    open(Map.of("schema", "public"));
    assertInOne(SampleRun.begin(samples, persistence, samples.simulation("other").build()));
  }

  @Test
  void a_turn_is_added_in_one_without_prepared_statements() {
    persistence.close();
    open(Map.of("prepared_statements", "off"));
    assertInOne(SampleRun.begin(samples, persistence, samples.simulation("other").build()));
  }

  private void assertInOne(SampleRun other) {
    other.commit(1);
    for (int turn = 2; turn < 9; turn++) {
      assertThat(trips(() -> other.commit(1))).as("turn %d", turn).isEqualTo(1);
    }
    assertThat(new Verifier(persistence).verify(other.id()).isClean()).isTrue();
  }

  @Test
  void a_turn_is_added_with_its_checkpoint_in_one() {
    for (int turn = 2; turn < 14; turn++) {
      String name = "turn " + turn;
      assertThat(trips(() -> run.commit(next -> next.checkpoint(name, CheckpointKind.NAMED))))
          .as(name)
          .isEqualTo(1);
    }
  }

  @Test
  void turns_of_several_simulations_are_added_in_one() {
    SampleRun other = SampleRun.begin(samples, persistence, samples.simulation("other").build());
    List<TurnCommit> both = List.of(run.next().build(), other.next().build());
    assertThat(trips(() -> assertThat(persistence.states().appendAll(both)).hasSize(2)))
        .isEqualTo(1);
    assertThat(persistence.states().head(other.id()).state()).isEqualTo(both.get(1).state().ref());
  }

  @Test
  void a_state_a_transition_a_head_and_a_simulation_are_read_in_one() {
    TurnNumber turn = new TurnNumber(1);
    // The first reader has to be let in.
    persistence.states().head(run.id());
    assertThat(trips(() -> persistence.states().stateAt(run.id(), turn))).isEqualTo(1);
    assertThat(trips(() -> persistence.states().transitionAt(run.id(), turn))).isEqualTo(1);
    assertThat(trips(() -> persistence.states().head(run.id()))).isEqualTo(1);
    assertThat(trips(() -> persistence.simulations().find(run.id()))).isEqualTo(1);
  }

  @Test
  void turns_are_read_in_one_for_the_lineage_and_one_a_page() {
    run.commit(2 * PAGE);
    persistence.states().head(run.id());
    assertThat(trips(() -> read(persistence.states().history(run.id(), TurnRange.ALL))))
        .isEqualTo(2);
    assertThat(trips(() -> read(persistence.states().turns(run.id(), TurnRange.ALL)))).isEqualTo(4);
  }

  private static void read(Stream<?> turns) {
    try (turns) {
      assertThat(turns).hasSize(2 + 2 * PAGE);
    }
  }

  private long trips(Runnable work) {
    long before = proxy.roundTrips();
    work.run();
    return proxy.roundTrips() - before;
  }
}
