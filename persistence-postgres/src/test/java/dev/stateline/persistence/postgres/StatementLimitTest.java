package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Defect;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another program has the table of turns to itself: nobody waits for it without end. */
@Timeout(20)
class StatementLimitTest {

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();
  private Persistence persistence;
  private SampleRun run;

  @BeforeEach
  void a_run_of_one_turn() {
    Map<String, String> connection = new HashMap<>(database);
    connection.put("statement_timeout_seconds", "1");
    persistence = PostgresFixture.open(connection);
    Samples samples = new Samples();
    run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
    run.commit(1);
  }

  @AfterEach
  void close() {
    persistence.close();
    TestServer.get().drop(database);
  }

  @Test
  void a_read_of_one_statement_ends_at_its_limit() throws Exception {
    assertEnds(() -> persistence.states().stateAt(run.id(), new TurnNumber(1)));
  }

  @Test
  void a_read_of_several_statements_ends_at_its_limit() throws Exception {
    assertEnds(() -> persistence.audit().bookkeeping(run.id()));
  }

  @Test
  void a_write_ends_at_its_limit_and_leaves_nothing() throws Exception {
    assertEnds(() -> persistence.states().append(run.next().build()));
    assertThat(persistence.states().head(run.id()).turn()).isEqualTo(new TurnNumber(1));
  }

  /** The table is made slower than the limit allows. */
  @Test
  void a_read_that_meets_the_databases_limit_is_made_again_under_its_own() {
    TestServer.get()
        .execute(
            database,
            "ALTER TABLE heads RENAME TO kept; CREATE VIEW heads AS SELECT kept.* FROM kept,"
                + " pg_sleep(0.2); ALTER DATABASE "
                + database.get("database")
                + " SET statement_timeout = '50ms'");
    try (Persistence limited = PostgresFixture.open(database)) {
      assertThat(limited.simulations().find(run.id())).isPresent();
      assertThat(limited.audit().database()).isEmpty();
    }
  }

  @Test
  void a_lost_table_is_told_by_its_name() {
    TestServer.get().execute(database, "DROP TABLE checkpoint_records CASCADE");
    assertThat(persistence.audit().database())
        .containsExactly(
            Defect.beside("checkpoint_records", "the table is missing; restore a backup"));
  }

  private void assertEnds(ThrowingCallable work) throws Exception {
    try (Connection other = TestServer.get().connect(database);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE turns IN ACCESS EXCLUSIVE MODE");
      StatelineException late = catchThrowableOfType(StatelineException.class, work);
      assertThat(late.code()).isEqualTo(ErrorCode.DATABASE_BUSY);
      other.rollback();
    }
  }
}
