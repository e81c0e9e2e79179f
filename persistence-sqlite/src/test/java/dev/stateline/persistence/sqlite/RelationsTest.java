package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People query relations of the names and columns that the project was founded with. */
class RelationsTest {

  @TempDir Path folder;

  private final Samples samples = new Samples();
  private RawFile raw;
  private SimulationId id;
  private SimulationId fork;

  @BeforeEach
  void a_fork_of_two_turns_is_stored() {
    Path file = folder.resolve("test.db");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      SampleRun run =
          SampleRun.begin(
              samples,
              persistence,
              samples.simulation("world").time("1992-01-01T00:00:00Z").build());
      for (int turn = 1; turn <= 4; turn++) {
        String name = "at-" + turn;
        run.commit(
            t -> t.time("-0044-03-15T12:00:00.000001Z").checkpoint(name, CheckpointKind.NAMED));
      }
      id = run.id();
      fork = new SimulationId(samples.next());
      Segment segment =
          persistence
              .simulations()
              .lineage(id)
              .branch(
                  new SegmentId(samples.next()),
                  fork,
                  new TurnNumber(2),
                  Optional.of(9L),
                  samples.now());
      persistence
          .branches()
          .fork(
              NewFork.of(
                      new SimulationName("fork"),
                      segment,
                      persistence.states().stateAt(id, new TurnNumber(2)).ref())
                  .build());
    }
    raw = new RawFile(file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulations | id, name, created_at, config, status, metadata",
        "states | id, simulation_id, turn_number, timestamp, state_data, state_hash, created_at",
        "checkpoints | id, simulation_id, name, turn_number, state_id, created_at, metadata",
        "state_transitions | id, simulation_id, from_state_id, to_state_id, actions, outcomes,"
            + " processing_time_ms, created_at"
      })
  void every_column_of_the_founding_document_can_be_read(String relation, String columns) {
    assertThat(raw.ask("SELECT count(*) FROM (SELECT " + columns + " FROM " + relation + ")"))
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void ids_are_printed_as_people_see_them() {
    assertThat(raw.ask("SELECT id FROM simulations WHERE name = 'world'"))
        .containsExactly(id.toString());
    assertThat(raw.ask("SELECT seed FROM simulations ORDER BY name")).first().isEqualTo("9");
  }

  @Test
  void ids_of_states_and_transitions_are_uuids_of_version_8_and_never_meet() {
    List<String> ids = raw.ask("SELECT id FROM states UNION ALL SELECT id FROM state_transitions");
    assertThat(ids).hasSize(9).doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(one -> assertThat(UUID.fromString(one).version()).isEqualTo(8));
    assertThat(ids).allSatisfy(one -> assertThat(UUID.fromString(one).variant()).isEqualTo(2));
  }

  @Test
  void transitions_lead_from_state_to_state() {
    assertThat(
            raw.ask(
                """
                SELECT count(*) FROM state_transitions t
                JOIN states a ON a.id = t.from_state_id JOIN states b ON b.id = t.to_state_id
                WHERE b.turn_number = a.turn_number + 1 AND t.turn_number = b.turn_number
                """))
        .containsExactly("4");
  }

  @Test
  void checkpoints_name_their_states() {
    assertThat(
            raw.ask(
                "SELECT c.name FROM checkpoints c JOIN states s ON s.id = c.state_id"
                    + " WHERE s.turn_number = c.turn_number AND s.chain_hash = c.chain_hash"
                    + " ORDER BY 1"))
        .containsExactly("at-1", "at-2", "at-3", "at-4");
  }

  @Test
  void heads_name_their_states_also_of_a_fork_without_turns() {
    assertThat(
            raw.ask(
                "SELECT m.name || ' ' || s.turn_number FROM simulations m"
                    + " JOIN states s ON s.id = m.head_state_id ORDER BY 1"))
        .containsExactly("fork 2", "world 4");
  }

  @Test
  void moments_are_read_exactly() {
    assertThat(raw.ask("SELECT DISTINCT timestamp FROM states WHERE turn_number = 0"))
        .containsExactly("1992-01-01T00:00:00.000000Z");
    assertThat(raw.ask("SELECT substr(created_at, 1, 4) > '1990' FROM states LIMIT 1"))
        .containsExactly("1");
  }
}
