package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.transfer.TransferListener;
import dev.stateline.application.verify.VerificationReport;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every stored value may be changed behind Stateline's back; every such change is found. */
class DamageTest {

  private static final TurnNumber DAMAGED = new TurnNumber(3);
  private static final String OF_TURN = "turn_number = 3";

  /** Bookkeeping that no history rests on, and projections that nothing reads. */
  private static final Set<String> UNCHECKED =
      Set.of(
          "heads.writer",
          "checkpoint_records.simulation_id",
          "turns.state_json",
          "turns.actions_json",
          "turns.outcomes_json");

  @TempDir Path folder;

  private final Samples samples = new Samples();
  private Path original;
  private SimulationId id;

  @BeforeEach
  void six_turns_are_stored() throws IOException {
    original = folder.resolve("original.db");
    try (Persistence persistence = SqliteFixture.create(original)) {
      SampleRun run =
          SampleRun.begin(
              samples,
              persistence,
              samples.simulation("world").targetTurn(9).time("1992-01-01T00:00:00Z").build());
      for (int turn = 1; turn <= 6; turn++) {
        String document = "{\"text\":\"" + ("turn " + turn + " ").repeat(60) + "\"}";
        String name = "at-" + turn;
        run.commit(
            t ->
                t.document(Samples.document(document))
                    .time("1993-01-01T00:00:00Z")
                    .checkpoint(name, CheckpointKind.NAMED));
      }
      id = run.id();
      run.session().close();
    }
  }

  @TestFactory
  Stream<DynamicTest> a_changed_value_of_a_turn_is_found_at_that_turn() {
    return Stream.of("turns")
        .flatMap(table -> columns(table).map(column -> table + "." + column))
        .filter(column -> !UNCHECKED.contains(column))
        .map(column -> dynamicTest(column, () -> damageOfTurn(column)));
  }

  private void damageOfTurn(String column) throws IOException {
    Path file = damaged(column, OF_TURN);
    VerificationReport report = verify(file);
    assertThat(report.defects()).isNotEmpty();
    assertThat(report.defects().get(0).turn()).contains(DAMAGED);
    assertThat(report.defects().get(0).column())
        .startsWith(column.substring(0, column.indexOf('.')));
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      for (int turn = 0; turn < DAMAGED.value(); turn++) {
        assertThat(persistence.states().stateAt(id, new TurnNumber(turn)).turn().value())
            .isEqualTo(turn);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> a_changed_value_beside_the_turns_is_found() {
    return Stream.of("simulation_records", "heads", "segments", "checkpoint_records", "provenances")
        .flatMap(table -> columns(table).map(column -> table + "." + column))
        .filter(column -> !UNCHECKED.contains(column))
        .map(column -> dynamicTest(column, () -> damageBeside(column)));
  }

  private void damageBeside(String column) throws IOException {
    Path file = damaged(column, "1 = 1");
    try {
      assertThat(verify(file).isClean()).isFalse();
    } catch (CorruptDataException e) {
      // Damage to what leads to the history keeps it from being walked at all.
      assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA);
    } catch (NotFoundException e) {
      assertThat(column).isIn("simulation_records.id", "heads.simulation_id");
    }
  }

  @TestFactory
  Stream<DynamicTest> a_changed_value_is_never_transferred() {
    return Stream.of(
            "simulation_records", "heads", "segments", "checkpoint_records", "provenances", "turns")
        .flatMap(table -> columns(table).map(column -> table + "." + column))
        .filter(column -> !UNCHECKED.contains(column))
        .map(column -> dynamicTest(column, () -> transferOfDamaged(column)));
  }

  private void transferOfDamaged(String column) throws IOException {
    boolean isOfTurn = column.startsWith("turns.");
    Path file = damaged(column, isOfTurn ? OF_TURN : "1 = 1");
    Path target = folder.resolve("target-" + column + ".db");
    try (Persistence source = SqliteFixture.open(file, AccessMode.READ_ONLY);
        Persistence copy = SqliteFixture.create(target)) {
      Transfer transfer = new Transfer(source, copy, SampleRun.WRITER);
      assertThatThrownBy(() -> transfer.copyAll(TransferListener.NONE, new StopSignal()))
          .isInstanceOf(StatelineException.class);
      assertThat(copy.simulations().list(Optional.empty(), 1)).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> a_single_changed_bit_of_a_payload_is_named_by_its_column() {
    return Stream.of("turns.state_payload", "turns.actions_payload", "turns.outcomes_payload")
        .flatMap(
            column ->
                Stream.of(0, 3, 11)
                    .map(at -> dynamicTest(column + " byte " + at, () -> bit(column, at))));
  }

  private void bit(String column, int at) throws IOException {
    String name = column.substring(column.indexOf('.') + 1);
    String table = column.substring(0, column.indexOf('.'));
    Path file = copy();
    RawFile raw = new RawFile(file);
    String hex = raw.ask("SELECT hex(" + name + ") FROM " + table + " WHERE " + OF_TURN).get(0);
    int index = 2 * Math.min(at, hex.length() / 2 - 1) + 1;
    char flipped = Character.forDigit(Character.digit(hex.charAt(index), 16) ^ 1, 16);
    raw.execute(
        "UPDATE "
            + table
            + " SET "
            + name
            + " = x'"
            + hex.substring(0, index)
            + flipped
            + hex.substring(index + 1)
            + "' WHERE "
            + OF_TURN);
    assertThat(verify(file).defects())
        .extracting(Defect::turn, Defect::column)
        .containsExactly(tuple(Optional.of(DAMAGED), column));
  }

  @Test
  void reading_a_damaged_state_names_simulation_turn_and_column() throws IOException {
    Path file = damaged("turns.state_payload", OF_TURN);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> persistence.states().stateAt(id, DAMAGED))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("simulation 'world', turn 3, column turns.state_payload");
    }
  }

  @Test
  void a_missing_state_row_is_found() throws IOException {
    Path file = copy();
    new RawFile(file).execute("DELETE FROM turns WHERE turn_number = 3");
    assertThat(verify(file).defects())
        .anySatisfy(
            defect -> {
              assertThat(defect.turn()).contains(DAMAGED);
              assertThat(defect.problem()).contains("missing");
            });
  }

  @Test
  void a_missing_transition_is_found() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE turns SET actions_hash = NULL WHERE turn_number = 3");
    assertThat(verify(file).defects())
        .extracting(Defect::turn, Defect::column)
        .contains(tuple(Optional.of(DAMAGED), "turns.actions_payload"));
  }

  @Test
  void a_damaged_head_is_listed_and_the_turns_before_it_are_read_and_forked() throws IOException {
    Path file = copy();
    new RawFile(file)
        .execute("UPDATE heads SET chain_hash = x'00', provenance = 99, state_segment = 77");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      ListedSimulation listed =
          persistence.simulations().look(Optional.empty(), 9).stream().findFirst().orElseThrow();
      assertThat(listed.defect()).map(Defect::column).hasValue("heads.chain_hash");
      assertThat(listed.readable()).map(s -> s.head().turn().value()).hasValue(6);
      SimulationId fork = new SimulationId(samples.next());
      fork(persistence, fork, listed.readable().orElseThrow());
      assertThat(new Verifier(persistence).verify(fork).defects()).isEmpty();
    }
  }

  @Test
  void lost_newest_turns_are_found() throws IOException {
    Path file = copy();
    new RawFile(file).execute("DELETE FROM turns WHERE turn_number >= 5");
    assertThat(verify(file).defects()).extracting(Defect::column).contains("heads.turn_number");
  }

  @Test
  void a_head_that_was_set_back_is_found() throws IOException {
    Path file = copy();
    RawFile raw = new RawFile(file);
    raw.execute("DELETE FROM checkpoint_records");
    raw.execute(
        "UPDATE heads SET turn_number = 4,"
            + " chain_hash = (SELECT chain_hash FROM turns WHERE turn_number = 4)");
    assertThat(verify(file).defects())
        .containsExactly(
            Defect.beside("heads.turn_number", "turns up to 6 are stored after the head"));
  }

  @Test
  void damage_is_never_sealed_in_by_a_later_write() throws IOException {
    Path file = damaged("simulation_records.config", "1 = 1");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      assertThatThrownBy(() -> persistence.writers().open(id, SampleRun.WRITER, TakeOver.REFUSE))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("simulation_records.config");
    }
    assertThat(verify(file).isClean()).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> every_changed_byte_of_a_compressed_payload_is_found() {
    int size =
        Integer.parseInt(
            new RawFile(original)
                .ask("SELECT length(state_payload) FROM turns WHERE turn_number = 3")
                .get(0));
    return IntStream.range(0, size)
        .mapToObj(at -> dynamicTest("byte " + at, () -> bit("turns.state_payload", at)));
  }

  @Test
  void a_moment_that_is_no_simulated_time_is_found() throws IOException {
    Path file = copy();
    new RawFile(file)
        .execute("UPDATE turns SET timestamp = 9223372036854775807 WHERE turn_number = 3");
    assertThat(verify(file).defects()).extracting(Defect::turn).contains(Optional.of(DAMAGED));
  }

  @Test
  void a_segment_that_is_its_own_parent_is_found_and_not_followed_for_ever() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE segments SET parent = number, branch_turn = 2");
    assertThat(verify(file).defects())
        .extracting(Defect::column)
        .contains("segments.parent")
        .doesNotContain("turns");
  }

  @Test
  void segments_that_lead_in_a_circle_are_told_as_such() throws IOException {
    Path file = copy();
    SimulationId fork = new SimulationId(samples.next());
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      fork(persistence, fork);
    }
    new RawFile(file)
        .execute("UPDATE segments SET parent = 3 - number, branch_turn = 3 WHERE number < 3");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> persistence.states().stateAt(fork, new TurnNumber(1)))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("the segments lead in a circle");
      assertThat(new Verifier(persistence).verifyAll(listed -> {}).defects())
          .extracting(place -> place.defect().problem())
          .contains("2 rows in a circle of parents", "the segments lead in a circle")
          .noneMatch(problem -> problem.contains("there is no such segment"))
          .noneMatch(problem -> problem.contains("no head leads to"));
    }
  }

  @Test
  void a_value_of_the_simulations_row_that_cannot_be_is_told_once() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE simulation_records SET status = 'xx'");
    assertThat(verify(file).defects())
        .containsExactly(Defect.beside("simulation_records.status", "'xx' is no status"));
  }

  @Test
  void a_head_with_a_number_that_is_none_is_told_by_its_column_and_simulation() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE heads SET turn_number = 99999999999");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      Stream.<ThrowingCallable>of(
              () -> persistence.simulations().find(id),
              () -> persistence.simulations().find(new SimulationName("world")),
              () -> persistence.simulations().findByIdPrefix(id.toString().substring(0, 8), 2),
              () -> persistence.simulations().list(Optional.empty(), 9))
          .forEach(
              reading ->
                  assertThatThrownBy(reading)
                      .isInstanceOfSatisfying(
                          CorruptDataException.class,
                          e -> assertThat(e.details().remedy()).contains(Remedy.VERIFY))
                      .hasMessageContaining("simulation 'world', column heads.turn_number: "));
    }
    assertThat(verify(file).defects())
        .extracting(Defect::column)
        .containsExactly("heads.turn_number");
  }

  @Test
  void a_turn_with_a_number_that_is_none_is_told_by_its_column() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE turns SET turn_number = 99999999999 WHERE turn_number = 6");
    assertThat(verify(file).defects())
        .extracting(Defect::column)
        .allMatch(column -> column.matches("(turns|heads)(\\.turn_number)?"));
  }

  @Test
  void a_checkpoint_whose_name_is_none_is_told_by_its_id_and_can_be_deleted_by_it()
      throws IOException {
    for (String damage :
        List.of("chain_hash = x'01'", "metadata = x'7b'", "turn_number = 99999999999")) {
      Path file = copy();
      new RawFile(file)
          .execute("UPDATE checkpoint_records SET name = ''," + damage + " WHERE name = 'at-2'");
      String damaged = checkpointId(file);
      assertThat(verify(file).defects())
          .extracting(Defect::problem)
          .hasSize(1)
          .first()
          .asString()
          .contains("checkpoint '" + damaged + "'");
      try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
        assertThatThrownBy(() -> persistence.checkpoints().list(id, Optional.empty(), 9))
            .isInstanceOf(CorruptDataException.class)
            .hasMessageContaining("simulation 'world', column checkpoint_records.")
            .hasMessageContaining("checkpoint '" + damaged + "'");
        persistence.checkpoints().delete(id, new CheckpointName(damaged));
        assertThat(persistence.checkpoints().list(id, Optional.empty(), 9)).hasSize(5);
      }
      assertThat(verify(file).isClean()).isTrue();
    }
  }

  private static String checkpointId(Path file) throws IOException {
    String hex =
        new RawFile(file)
            .ask("SELECT lower(hex(id)) FROM checkpoint_records WHERE name = ''")
            .get(0);
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  @Test
  void a_fork_that_would_write_to_another_forks_segment_is_found() throws IOException {
    Path file = copy();
    SimulationId first = new SimulationId(samples.next());
    SimulationId second = new SimulationId(samples.next());
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_WRITE)) {
      fork(persistence, first);
      fork(persistence, second);
      assertThat(new Verifier(persistence).verify(second).isClean()).isTrue();
    }
    new RawFile(file)
        .execute(
            "UPDATE heads SET segment = (SELECT h.segment FROM heads h JOIN simulation_records s"
                + " ON s.id = h.simulation_id WHERE s.name = '%s')".formatted(first)
                + " WHERE simulation_id = (SELECT id FROM simulation_records WHERE name = '%s')"
                    .formatted(second));
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThat(new Verifier(persistence).verify(second).defects())
          .extracting(Defect::column)
          .containsExactly("heads.segment");
      assertThat(new Verifier(persistence).verify(first).isClean()).isTrue();
    }
  }

  /** Of the third turn; named as its id. */
  private void fork(Persistence persistence, SimulationId fork) {
    fork(persistence, fork, persistence.simulations().find(id).orElseThrow());
  }

  private void fork(Persistence persistence, SimulationId fork, Simulation world) {
    Segment segment =
        persistence
            .simulations()
            .lineage(id)
            .branch(
                new SegmentId(samples.next()), fork, DAMAGED, Optional.empty(), world.createdAt());
    StateRef base = persistence.states().stateAt(id, DAMAGED).ref();
    persistence
        .branches()
        .fork(NewFork.of(new SimulationName(fork.toString()), segment, base).like(world).build());
  }

  @Test
  void a_head_far_ahead_is_found_without_looking_for_its_turns() throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE heads SET turn_number = turn_number + 536870912");
    assertThat(verify(file).defects())
        .containsExactly(
            Defect.beside(
                "heads.turn_number", "there is no such turn where the head is said to be"));
  }

  @TestFactory
  Stream<DynamicTest> a_history_names_the_turn_whose_row_cannot_be_read() {
    return Stream.of("state_size = 9223372036854775807", "provenance = 99", "state_hash = x'00'")
        .map(change -> dynamicTest(change, () -> historyNamesTurn(change)));
  }

  private void historyNamesTurn(String change) throws IOException {
    Path file = copy();
    new RawFile(file).execute("UPDATE turns SET " + change + " WHERE turn_number = 3");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY);
        Stream<TurnRecord> history = persistence.states().history(id, TurnRange.ALL)) {
      assertThatThrownBy(history::toList)
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("simulation 'world', turn 3, column turns.");
    }
  }

  @Test
  void a_history_with_a_missing_turn_is_not_read_as_if_it_were_whole() throws IOException {
    Path file = copy();
    new RawFile(file).execute("DELETE FROM turns WHERE turn_number = 3");
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY);
        Stream<TurnRecord> history = persistence.states().history(id, TurnRange.ALL)) {
      assertThatThrownBy(history::toList)
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("turn 3 is missing");
    }
  }

  @Test
  void an_untouched_file_is_clean() throws IOException {
    assertThat(verify(copy()).isClean()).isTrue();
  }

  private Stream<String> columns(String table) {
    return new RawFile(original)
        .ask("SELECT name FROM pragma_table_info('" + table + "')").stream();
  }

  /** A copy in which one value is another of the same type; an absent one becomes some value. */
  private Path damaged(String column, String where) throws IOException {
    Path file = copy();
    String table = column.substring(0, column.indexOf('.'));
    String name = column.substring(column.indexOf('.') + 1);
    RawFile raw = new RawFile(file);
    List<String> type =
        raw.ask("SELECT type FROM pragma_table_info('" + table + "') WHERE name = '" + name + "'");
    String changed =
        switch (type.get(0)) {
          case "INTEGER" -> "coalesce(" + name + ", 0) + 100";
          case "TEXT" -> "coalesce(substr(" + name + ", 1, length(" + name + ") - 1), '') || 'x'";
          case "BLOB" -> "x'7f' || substr(coalesce(" + name + ", x'00'), 2)";
          default -> throw new IllegalStateException(column + " has type " + type);
        };
    if (type.get(0).equals("BLOB")) {
      changed = "CAST(" + changed + " AS BLOB)";
    }
    raw.execute(
        "UPDATE %1$s SET %2$s = %3$s WHERE %2$s IS (SELECT %2$s FROM %1$s WHERE %4$s LIMIT 1) AND %4$s"
            .formatted(table, name, changed, where));
    return file;
  }

  private Path copy() throws IOException {
    return Files.copy(
        original, Files.createTempFile(folder, "copy", ".db"), StandardCopyOption.REPLACE_EXISTING);
  }

  private VerificationReport verify(Path file) {
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      return new Verifier(persistence).verify(id, Optional.empty(), turn -> {});
    }
  }
}
