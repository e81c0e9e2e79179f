package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.Persistence;
import dev.stateline.persistence.sql.HeadDamage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** As a superuser changes heads: the foreign keys, which are triggers here, are out of force. */
class HeadDamageTest extends HeadDamage {

  private final Map<String, String> database = TestServer.get().newMigratedDatabase();

  @Override
  protected Persistence open() {
    return PostgresFixture.open(database);
  }

  @Override
  protected void execute(String sql) {
    TestServer.get().execute(database, "SET session_replication_role = replica; " + sql);
  }

  @AfterEach
  void drop() {
    TestServer.get().drop(database);
  }
}
