package dev.stateline.persistence.postgres;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.testkit.PersistenceFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A database on the test server that nobody else uses until the fixture is closed. */
final class PostgresFixture implements PersistenceFixture {

  private final Template template;
  private final Map<String, String> database;

  PostgresFixture(Template template) {
    this.template = template;
    this.database = template.take();
  }

  /**
   * Databases with the schema and nothing in it: emptying one is quicker than making one, and
   * copying one is quicker than migrating each.
   */
  static final class Template implements AutoCloseable {

    private static final String OTHERS =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND backend_type = 'client backend'"
            + " AND pid <> pg_backend_pid()";

    private final Map<String, String> settings;
    private final Map<String, String> empty = TestServer.get().newDatabase();
    private final Queue<Map<String, String>> free = new ConcurrentLinkedQueue<>();
    private final String emptying;

    /**
     * @param settings of the connection, beside where it is
     */
    Template(Map<String, String> settings) {
      this.settings = settings;
      PostgresFixture.open(with(empty)).close();
      this.emptying = OTHERS + emptying(settings.getOrDefault("schema", "public"));
    }

    /** What refers to others was made after them, and goes before them. */
    private static String emptying(String schema) {
      Schema made = new Schema("postgresql", schema);
      List<String> tables = new ArrayList<>(made.tables());
      tables.remove(Schema.MARK);
      Collections.reverse(tables);
      return tables.stream()
          .map(table -> "; DELETE FROM " + made.qualified(table))
          .collect(Collectors.joining());
    }

    private Map<String, String> take() {
      Map<String, String> used = free.poll();
      return used == null ? with(TestServer.get().newDatabase(empty.get("database"))) : used;
    }

    private void giveBack(Map<String, String> database) {
      TestServer.get().execute(database, emptying);
      free.add(database);
    }

    /** Leaves nothing on a server that goes on after the tests. */
    @Override
    public void close() {
      free.forEach(TestServer.get()::drop);
      TestServer.get().drop(empty);
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

  @Override
  public Persistence openForReading() {
    return new PostgresPersistenceProvider().open(settings(database, AccessMode.READ_ONLY));
  }

  static Persistence open(Map<String, String> connection) {
    return new PostgresPersistenceProvider().open(settings(connection, AccessMode.READ_WRITE));
  }

  static PersistenceSettings settings(Map<String, String> connection, AccessMode mode) {
    return PersistenceSettings.at(connection, mode).poolSize(4).build();
  }

  @Override
  public void close() {
    template.giveBack(database);
  }
}
