package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged index that leads from one turn to another one's row gives that out for neither. */
class MisledIndexTest {

  private static final String KEY = "PRIMARY KEY (segment, turn_number)";
  private static final String NO_KEY = "CHECK (segment >= turn_number - 1000)";

  @TempDir Path folder;

  @Test
  void a_turn_that_the_index_leads_to_by_mistake_is_not_given_out() throws Exception {
    Path file = folder.resolve("misled.db");
    SimulationId id;
    try (Persistence persistence = SqliteFixture.create(file)) {
      Samples samples = new Samples();
      SampleRun run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
      run.commit(4);
      id = run.id();
    }
    exchangeTurnsBehindTheIndex(file);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      for (int number : new int[] {2, 3}) {
        TurnNumber turn = new TurnNumber(number);
        assertThatThrownBy(() -> persistence.states().stateAt(id, turn))
            .isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> persistence.states().transitionAt(id, turn))
            .isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> history(persistence, id, turn))
            .isInstanceOf(CorruptDataException.class);
      }
      assertThat(persistence.states().stateAt(id, new TurnNumber(1)).turn().value()).isOne();
      assertThat(new Verifier(persistence).verifyAll(listed -> {}).defects()).isNotEmpty();
    }
  }

  private static void history(Persistence persistence, SimulationId id, TurnNumber turn) {
    try (Stream<TurnRecord> records = persistence.states().history(id, new TurnRange(turn, turn))) {
      assertThat(records.toList()).isEmpty();
    }
  }

  /** SQLite does not keep an index that its schema has no word of. */
  private static void exchangeTurnsBehindTheIndex(Path file) throws SQLException {
    execute(
        file,
        "PRAGMA writable_schema = ON",
        "CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'sqlite_autoindex_turns_1'",
        "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_turns_1'",
        "UPDATE sqlite_schema SET sql = replace(sql, '"
            + KEY
            + "', '"
            + NO_KEY
            + "')"
            + " WHERE name = 'turns'");
    execute(file, "UPDATE turns SET turn_number = 5 - turn_number WHERE turn_number IN (2, 3)");
    execute(
        file,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '"
            + NO_KEY
            + "', '"
            + KEY
            + "')"
            + " WHERE name = 'turns'",
        "INSERT INTO sqlite_schema SELECT * FROM kept",
        "DROP TABLE kept");
  }

  private static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
