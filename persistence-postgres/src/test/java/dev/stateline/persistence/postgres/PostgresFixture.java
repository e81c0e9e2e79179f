package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.PersistenceFixture;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A database of its own on the test server. */
final class PostgresFixture implements PersistenceFixture {

  private final Map<String, String> database;

  PostgresFixture(Template template) {
    this.database = template.copy();
  }

  /**
   * A database with the schema and nothing in it: copying it is quicker than migrating each one.
   */
  static final class Template {

    private final Map<String, String> settings;
    private final Map<String, String> empty = TestServer.get().newDatabase();

    /**
     * @param settings of the connection, beside where it is
     */
    Template(Map<String, String> settings) {
      this.settings = settings;
      PostgresFixture.open(with(empty)).close();
    }

    private Map<String, String> copy() {
      return with(TestServer.get().newDatabase(empty.get("database")));
    }

    private Map<String, String> with(Map<String, String> database) {
      Map<String, String> connection = new HashMap<>(database);
      connection.putAll(settings);
      return connection;
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Persistence open() {
    return open(database);
  }

  static Persistence open(Map<String, String> connection) {
    return new PostgresPersistenceProvider().open(settings(connection, AccessMode.READ_WRITE));
  }

  static PersistenceSettings settings(Map<String, String> connection, AccessMode mode) {
    return PersistenceSettings.at(connection, mode).poolSize(4).build();
  }

  @Override
  public void close() {
    TestServer.get().drop(database);
  }
}
