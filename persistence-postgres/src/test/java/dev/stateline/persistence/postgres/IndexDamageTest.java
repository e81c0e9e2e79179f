package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Defect;
import dev.stateline.testkit.sample.SampleDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An index that lacks a row of its table, as after a crash of a damaged disk or a bug of a server.
 */
class IndexDamageTest {

  private static final String INDEX = " WHERE indexrelid = 'public.checkpoints_turn'::regclass";

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();
  private Persistence persistence;

  @BeforeEach
  void open() {
    persistence = PostgresFixture.open(database);
    SampleDatabase.in(persistence);
  }

  @AfterEach
  void close() {
    persistence.close();
    TestServer.get().drop(database);
  }

  private void lose() {
    TestServer.get()
        .execute(database, "UPDATE pg_index SET indisready = false, indisvalid = false" + INDEX);
    TestServer.get()
        .execute(
            database,
            "INSERT INTO checkpoint_records (id, simulation_id, name, kind, segment, turn_number,"
                + " chain_hash, created_at, row_checksum, metadata)"
                + " SELECT '7f000000-0000-7000-8000-000000000000', simulation_id, 'again', kind,"
                + " segment, turn_number, chain_hash, created_at, row_checksum, metadata"
                + " FROM checkpoint_records LIMIT 1");
    TestServer.get()
        .execute(database, "UPDATE pg_index SET indisready = true, indisvalid = true" + INDEX);
  }

  @Test
  void is_found_where_amcheck_is_installed() {
    TestServer.get().execute(database, "CREATE EXTENSION amcheck");
    assertThat(persistence.audit().database()).isEmpty();
    lose();
    assertThat(persistence.audit().database())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.column()).isEqualTo("checkpoint_records");
              assertThat(defect.problem()).startsWith("PostgreSQL finds: ");
            });
  }

  @Test
  void is_not_looked_for_without_it() {
    lose();
    assertThat(persistence.audit().database()).extracting(Defect::column).isEmpty();
  }
}
