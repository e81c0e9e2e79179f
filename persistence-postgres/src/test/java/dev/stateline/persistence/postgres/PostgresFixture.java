package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.PersistenceFixture;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A database of its own on the test server. */
final class PostgresFixture implements PersistenceFixture {

  /**
   * A database with the schema and nothing in it: copying it is quicker than migrating each one.
   */
  private static final Map<String, String> EMPTY = migrated();

  private final Map<String, String> database = TestServer.get().newDatabase(EMPTY.get("database"));

  private static Map<String, String> migrated() {
    Map<String, String> database = TestServer.get().newDatabase();
    new PostgresPersistenceProvider().open(settings(database, AccessMode.READ_WRITE)).close();
    return database;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Persistence open() {
    return new PostgresPersistenceProvider().open(settings(database, AccessMode.READ_WRITE));
  }

  static PersistenceSettings settings(Map<String, String> connection, AccessMode mode) {
    return new PersistenceSettings(connection, Optional.empty(), 4, true, false, mode);
  }

  @Override
  public void close() {
    TestServer.get().drop(database);
  }
}
