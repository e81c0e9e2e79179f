package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.testkit.sample.SampleBranch;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people query: each column is there, and says what the ports say. */
class ViewsTest {

  private final Samples samples = new Samples();
  private final Map<String, String> database = TestServer.get().newMigratedDatabase();
  private Persistence persistence;

  @BeforeEach
  void open() {
    persistence =
        new PostgresPersistenceProvider()
            .open(
                PostgresFixture.settings(database, AccessMode.READ_WRITE)
                    .but()
                    .queryable(true)
                    .build());
  }

  @AfterEach
  void close() {
    persistence.close();
    TestServer.get().drop(database);
  }

  @Test
  void simulations_have_the_columns_of_the_record_and_the_head() {
    SampleRun run = begin();
    State head = run.commit(t -> t).state();
    assertThat(rows("SELECT id, name, config, status, metadata, seed, head_turn FROM simulations"))
        .containsExactly(
            List.of(
                run.id().toString(),
                "world",
                "{\"scenario\":\"sample\"}",
                "created",
                "{}",
                "42",
                "1"));
    assertThat(rows("SELECT head_chain_hash FROM simulations"))
        .containsExactly(List.of(head.chainHash().value().hex()));
    assertThat(same("simulations", "created_at", run.origin().initial().createdAt().toString()))
        .isTrue();
    assertThat(rows("SELECT 1 FROM simulations JOIN states ON states.id = head_state_id"))
        .hasSize(1);
  }

  @Test
  void states_have_the_columns_of_a_state() {
    SampleRun run = begin();
    State state = run.commit(t -> t.time("1992-02-29T01:02:03.000004Z")).state();
    assertThat(
            rows(
                """
                SELECT simulation_id, turn_number, timestamp::text, state_data ->> 'population', state_hash,
                  chain_hash, encoding FROM states WHERE turn_number = 1
                """))
        .containsExactly(
            List.of(
                run.id().toString(),
                "1",
                "1992-02-29 01:02:03.000004",
                "101",
                state.stateHash().hex(),
                state.chainHash().value().hex(),
                "delta"));
    assertThat(same("states WHERE turn_number = 1", "created_at", state.createdAt().toString()))
        .isTrue();
  }

  @Test
  void transitions_have_the_columns_of_a_transition() {
    SampleRun run = begin();
    Transition transition = run.commit(t -> t).turn().transition().orElseThrow();
    assertThat(
            rows(
                """
                SELECT x.simulation_id, a.turn_number, b.turn_number, actions->0->>'kind',
                  outcomes->0->>'kind', processing_time_ms
                FROM state_transitions x JOIN states a ON a.id = from_state_id
                JOIN states b ON b.id = to_state_id
                """))
        .containsExactly(List.of(run.id().toString(), "0", "1", "build", "grew", "7"));
    assertThat(same("state_transitions", "created_at", transition.createdAt().toString())).isTrue();
    assertThat(rows("SELECT x.id FROM state_transitions x JOIN states s ON s.id = x.id")).isEmpty();
  }

  @Test
  void checkpoints_have_the_columns_of_a_checkpoint() {
    SampleRun run = begin();
    var checkpoint =
        run.commit(t -> t.checkpoint("here", CheckpointKind.NAMED)).checkpoint().orElseThrow();
    assertThat(
            rows(
                """
                SELECT c.id, c.simulation_id, c.name, c.turn_number, s.turn_number, c.metadata
                FROM checkpoints c JOIN states s ON s.id = c.state_id
                """))
        .containsExactly(
            List.of(
                checkpoint.id().toString(),
                run.id().toString(),
                "here",
                "1",
                "1",
                "{\"note\":\"sample\"}"));
    assertThat(same("checkpoints", "created_at", checkpoint.createdAt().toString())).isTrue();
  }

  @Test
  void ids_are_uuids_of_version_8_and_lead_along_branches() {
    SampleBranch world = SampleBranch.create(samples, persistence, "world").commit(4);
    SampleBranch fork = world.fork("fork", 2).commit(2);
    fork.intervened("changed", 3);
    world.rollBack(1, "tail");
    world.commit(1);
    List<List<String>> ids =
        rows("SELECT id FROM states UNION ALL SELECT id FROM state_transitions");
    assertThat(ids)
        .hasSize(9 + 8)
        .doesNotHaveDuplicates()
        .allSatisfy(
            id -> {
              assertThat(UUID.fromString(id.get(0)).version()).isEqualTo(8);
              assertThat(UUID.fromString(id.get(0)).variant()).isEqualTo(2);
            });
    assertThat(
            rows(
                """
                SELECT x.turn_number FROM state_transitions x JOIN states a ON a.id = from_state_id
                JOIN states b ON b.id = to_state_id
                WHERE a.turn_number = x.turn_number - 1 AND b.turn_number = x.turn_number
                """))
        .hasSize(8);
    assertThat(rows("SELECT 1 FROM simulations JOIN states ON states.id = head_state_id"))
        .hasSize(4);
    assertThat(
            rows(
                "SELECT from_state_id FROM state_transitions WHERE turn_number = 3 AND to_state_id IN"
                    + " (SELECT id FROM states WHERE segment_id = '"
                    + fork.segment().id()
                    + "')"))
        .isEqualTo(
            rows(
                "SELECT id FROM states WHERE turn_number = 2 AND segment_id = '"
                    + fork.lineage().segments().get(0).id()
                    + "'"));
  }

  @Test
  void segments_of_one_millisecond_have_states_of_their_own() {
    SampleRun run = begin();
    run.commit(1);
    Lineage lineage = persistence.simulations().lineage(run.id());
    UUID segment = samples.next();
    // The next id of the same millisecond, and the same place in another one.
    for (UUID id :
        List.of(
            segment,
            new UUID(segment.getMostSignificantBits(), segment.getLeastSignificantBits() + 1),
            new UUID(segment.getMostSignificantBits() + 1, segment.getLeastSignificantBits()))) {
      var branch =
          lineage.branch(
              new SegmentId(id),
              new SimulationId(samples.next()),
              new TurnNumber(1),
              Optional.empty(),
              samples.now());
      var first =
          samples
              .turnAfter(run.head(), run.epoch())
              .simulation(branch.simulation())
              .segment(branch.id())
              .buildTurn();
      persistence
          .branches()
          .fork(
              NewFork.of(new SimulationName("fork " + id), branch, run.head().ref())
                  .first(first)
                  .build());
    }
    assertThat(rows("SELECT id FROM states WHERE turn_number = 2"))
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "-4712-01-01T00:00:00Z, 4713-01-01 00:00:00 BC",
    "-0001-12-31T23:59:59.999999Z, 0002-12-31 23:59:59.999999 BC",
    "1969-12-31T23:59:59.999999Z, 1969-12-31 23:59:59.999999",
    "1970-01-01T00:00:00Z, 1970-01-01 00:00:00",
    "+294246-12-31T23:59:59.999999Z, 294246-12-31 23:59:59.999999"
  })
  void moments_are_exact_to_the_ends_of_time(String time, String shown) {
    begin().commit(turn -> turn.time(time));
    assertThat(rows("SELECT timestamp::text FROM states WHERE turn_number = 1"))
        .isEqualTo(List.of(List.of(shown)));
  }

  private SampleRun begin() {
    return SampleRun.begin(samples, persistence, samples.simulation("world").build());
  }

  /** Whether a moment of UTC is the one of a row. */
  private boolean same(String from, String column, String instant) {
    String utc = instant.replace("Z", "");
    return rows("SELECT " + column + " = timestamp '" + utc + "' FROM " + from)
        .equals(List.of(List.of("t")));
  }

  private List<List<String>> rows(String sql) {
    return TestServer.get().rows(database, sql);
  }
}
