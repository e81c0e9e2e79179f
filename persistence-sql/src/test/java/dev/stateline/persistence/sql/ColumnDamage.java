package dev.stateline.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One change of every column of every table, and a row lost of each: each is told, nothing ends in
 * another error than damage, what is read is what was written, and no other simulation is affected.
 */
public abstract class ColumnDamage {

  /**
   * A column.
   *
   * @param type as the database calls it
   */
  public record Column(String table, String name, String type, boolean nullable) {

    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  /** As docs/reference/storage.md lists them. */
  private static final Set<String> NOT_COVERED =
      Set.of(
          "heads.writer",
          "heads.writer_lease_until",
          "turns.state_json",
          "turns.actions_json",
          "turns.outcomes_json");

  private static final String WORLD = "(SELECT id FROM simulation_records WHERE name = 'world')";
  private static final String ROOT =
      "(SELECT min(number) FROM segments WHERE simulation_id = " + WORLD + ")";

  /** The row of each table that is changed; all of them world's. */
  private static final Map<String, String> ROWS =
      Map.of(
          "simulation_records", "name = 'world'",
          "heads", "simulation_id = " + WORLD,
          "segments", "number = " + ROOT,
          "provenances", "engine_version = '2.0.0'",
          "checkpoint_records", "name = 'at-2' AND simulation_id = " + WORLD,
          "turns", "turn_number = 2 AND segment = " + ROOT);

  private final Map<SimulationId, String> names = new HashMap<>();
  private Map<String, Document> written;

  /** The sample as it was written, with one statement executed on it behind Stateline's back. */
  protected abstract Persistence damagedBy(String sql) throws IOException;

  protected abstract void close(Persistence persistence);

  protected abstract List<Column> columns(String table);

  /** Values that a column of a type never had here. */
  protected abstract List<String> others(Column column);

  @BeforeEach
  protected void what_was_written_is_known() throws IOException {
    Persistence sound = damagedBy("SELECT 1");
    assertThat(new Verifier(sound).verifyAll(s -> {}).defects()).isEmpty();
    sound.simulations().look(Optional.empty(), 9).forEach(s -> names.put(s.id(), s.name()));
    written = readable(sound);
    close(sound);
    assertThat(written).hasSize(3 + 5 + 4 + 6);
  }

  @TestFactory
  Stream<DynamicTest> a_changed_value_is_told_and_stays_where_it_is() {
    return ROWS.keySet().stream()
        .sorted()
        .flatMap(table -> columns(table).stream())
        .flatMap(
            column ->
                others(column).stream()
                    .map(
                        value ->
                            dynamicTest(
                                column + " = " + value,
                                () -> check(change(column, value), isCovered(column)))));
  }

  @TestFactory
  Stream<DynamicTest> a_lost_row_is_told_and_takes_no_other_with_it() {
    // A checkpoint that is gone may have been deleted, and a simulation with all of its rows too.
    return ROWS.keySet().stream()
        .sorted()
        .map(
            table ->
                dynamicTest(
                    table,
                    () ->
                        check(
                            "DELETE FROM " + table + " WHERE " + ROWS.get(table),
                            !table.equals("checkpoint_records"))));
  }

  @TestFactory
  Stream<DynamicTest> rows_of_nobody_are_told() {
    return Stream.of(
            "UPDATE simulation_records SET status = 'importing' WHERE name = 'alone'",
            "UPDATE turns SET turn_number = 9 WHERE turn_number = 2 AND segment ="
                + " (SELECT min(number) FROM segments)",
            "UPDATE turns SET turn_number = 9 WHERE turn_number = 5",
            "INSERT INTO turns (segment, turn_number, created_at, provenance, state_version,"
                + " state_encoding, state_size, state_hash, chain_hash, row_checksum)"
                + " SELECT segment, 6, created_at, provenance, state_version, state_encoding,"
                + " state_size, state_hash, chain_hash, row_checksum FROM turns"
                + " WHERE turn_number = 5")
        .map(
            sql ->
                dynamicTest(
                    sql,
                    () -> {
                      Persistence damaged = damagedBy(sql);
                      assertThat(new Verifier(damaged).verifyAll(s -> {}).defects()).isNotEmpty();
                      close(damaged);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> a_turn_that_was_made_to_look_pruned_is_damage() {
    return Stream.of("state", "actions", "outcomes")
        .map(document -> dynamicTest(document, () -> checkPruned(document)));
  }

  private void checkPruned(String document) throws IOException {
    Persistence damaged =
        damagedBy(
            "UPDATE turns SET %1$s_payload = NULL, %1$s_encoding = 2 WHERE ".formatted(document)
                + ROWS.get("turns"));
    SimulationId world = damaged.simulations().find(new SimulationName("world")).orElseThrow().id();
    TurnNumber turn = new TurnNumber(2);
    try (Stream<TurnRecord> history = damaged.states().history(world, new TurnRange(turn, turn))) {
      Stream<ThrowingCallable> readings =
          document.equals("state")
              ? Stream.of(() -> damaged.states().stateAt(world, turn), history::toList)
              : Stream.of(() -> damaged.states().transitionAt(world, turn));
      readings.forEach(
          reading ->
              assertThatThrownBy(reading)
                  .isInstanceOf(CorruptDataException.class)
                  .hasMessageContaining("simulation 'world', turn 2")
                  .hasMessageContaining("turns.row_checksum: a column of the row was changed"));
    } finally {
      close(damaged);
    }
  }

  private static boolean isCovered(Column column) {
    return !NOT_COVERED.contains(column.toString());
  }

  private static String change(Column column, String value) {
    return "UPDATE "
        + column.table()
        + " SET "
        + column.name()
        + " = "
        + value
        + " WHERE "
        + ROWS.get(column.table());
  }

  private void check(String sql, boolean isTold) throws IOException {
    Persistence damaged = damagedBy(sql);
    try {
      if (isTold) {
        assertThat(new Verifier(damaged).verifyAll(s -> {}).defects()).isNotEmpty();
      }
      requireOthersSound(damaged);
      Map<String, Document> found = readable(damaged);
      assertThat(written).containsAllEntriesOf(found);
      assertThat(found.keySet()).contains("alone@0", "alone@1", "alone@2");
      if (sql.contains("turns")) {
        assertThat(found.keySet()).contains("world@0", "world@1", "twig@1", "tail@1");
      }
    } finally {
      close(damaged);
    }
  }

  private static void requireOthersSound(Persistence damaged) {
    ListedSimulation alone = damaged.simulations().look(new SimulationName("alone")).orElseThrow();
    assertThat(alone.defect()).isEmpty();
    assertThat(new Verifier(damaged).verify(alone.id()).defects()).isEmpty();
    assertThat(damaged.checkpoints().list(alone.id(), Optional.empty(), 9)).hasSize(2);
  }

  /** By simulation and turn, every state that can be read. */
  private Map<String, Document> readable(Persistence persistence) {
    Map<String, Document> states = new TreeMap<>();
    for (ListedSimulation listed : persistence.simulations().look(Optional.empty(), 9)) {
      for (int turn = 0; turn <= 5; turn++) {
        String place = names.get(listed.id()) + "@" + turn;
        stateAt(persistence, listed.id(), turn).ifPresent(state -> states.put(place, state));
      }
    }
    return states;
  }

  private static Optional<Document> stateAt(Persistence persistence, SimulationId id, int turn) {
    try {
      return Optional.of(persistence.states().stateAt(id, new TurnNumber(turn)).document());
    } catch (CorruptDataException | NotFoundException e) {
      return Optional.empty();
    }
  }
}
