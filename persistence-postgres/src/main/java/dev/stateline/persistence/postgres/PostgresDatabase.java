package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.persistence.sql.NoPresence;
import dev.stateline.persistence.sql.SqlConnections;
import dev.stateline.persistence.sql.SqlPersistence;
import dev.stateline.persistence.sql.WriterPresence;
import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.persistence.sql.schema.SchemaStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** One database on a server: looks at the server, brings the schema up to date, and opens it. */
final class PostgresDatabase {

  /** The advisory lock around a migration: "stateline" in ASCII, cut to 8 bytes. */
  private static final long MIGRATION_LOCK = 0x7374_6174_656c_696eL;

  private final PersistenceSettings settings;
  private final PGSimpleDataSource source;
  private final String description;
  private final PostgresDialect dialect;
  private final Schema schema = new Schema("postgresql");

  PostgresDatabase(PersistenceSettings settings) {
    Map<String, String> connection = settings.connection();
    this.settings = settings;
    this.source = PostgresSource.of(settings);
    this.description =
        "the PostgreSQL database "
            + ConnectionSetting.DATABASE.required(connection)
            + " at "
            + ConnectionSetting.HOST.required(connection)
            + ":"
            + ConnectionSetting.PORT.required(connection);
    this.dialect =
        new PostgresDialect(ConnectionSetting.STATEMENT_TIMEOUT_SECONDS.number(connection));
  }

  Persistence open() {
    boolean writable = settings.accessMode() == AccessMode.READ_WRITE;
    try {
      Standing standing;
      try (Connection connection = source.getConnection()) {
        ServerCheck check = new ServerCheck(connection, description);
        check.requireVersion();
        if (writable
            && ConnectionSetting.UNSAFE_SERVER.required(settings.connection()).equals("refuse")) {
          check.requireDurability();
        }
        RoleRights rights = new RoleRights(connection, description);
        rights.requireSight();
        standing = schema.standing(connection, description);
        if (standing == Standing.CURRENT) {
          rights.requireTables(schema.tables(), writable);
        }
      }
      if (standing != Standing.CURRENT) {
        requireWritable(writable, standing);
        migrate();
      }
      return connect(writable);
    } catch (SQLException e) {
      throw dialect.translate(e, description);
    }
  }

  /** Looks, whatever the schema is. */
  DatabaseStatus status() {
    try (Connection connection = source.getConnection()) {
      new RoleRights(connection, description).requireSight();
      return new SchemaStatus(schema, new PostgresSizes()).of(connection, description);
    } catch (SQLException e) {
      throw dialect.translate(e, description);
    }
  }

  private void requireWritable(boolean writable, Standing standing) {
    if (writable) {
      return;
    }
    if (standing == Standing.ABSENT) {
      throw new NotFoundException(
          ErrorCode.DATABASE_NOT_FOUND,
          description + " holds nothing of Stateline's yet; 'stateline run' makes its tables");
    }
    throw Schema.behind(description);
  }

  /**
   * The lock is held by a transaction of its own connection: a lock of the session would be lost
   * behind a pooler, and the migration commits in between.
   */
  private void migrate() throws SQLException {
    try (Connection guard = source.getConnection()) {
      guard.setAutoCommit(false);
      try (Statement statement = guard.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      }
      try (Connection connection = source.getConnection()) {
        // Asked again under the lock: another program may have been quicker.
        if (schema.standing(connection, description) != Standing.CURRENT) {
          new RoleRights(connection, description)
              .requireToMigrate(schema.presentTables(connection));
          schema.migrate(connection);
        }
      }
      guard.rollback();
    }
  }

  private Duration lease() {
    return Duration.ofSeconds(ConnectionSetting.LEASE_SECONDS.number(settings.connection()));
  }

  private Duration patience() {
    return Duration.ofSeconds(
        ConnectionSetting.CONNECT_TIMEOUT_SECONDS.number(settings.connection()));
  }

  private Persistence connect(boolean writable) throws SQLException {
    SqlConnections connections =
        writable
            ? SqlConnections.forWriting(
                "postgresql", source, settings.poolSize(), source, settings.poolSize(), patience())
            : SqlConnections.forReading("postgresql", source, settings.poolSize(), patience());
    WriterPresence presence = writable ? new LeasePresence(source, lease()) : new NoPresence();
    return new SqlPersistence(
        dialect,
        description,
        connections,
        presence,
        settings,
        new PostgresDiagnosis(connections.readers(), dialect, description),
        this::refuseBackup);
  }

  private void refuseBackup(Path file) {
    Map<String, String> connection = settings.connection();
    throw new InvalidInputException(
        ErrorCode.NOT_SUPPORTED,
        description
            + " is backed up with PostgreSQL's own means, which read one moment while others write:"
            + " pg_dump --format=custom --host="
            + ConnectionSetting.HOST.required(connection)
            + " --port="
            + ConnectionSetting.PORT.required(connection)
            + " --username="
            + ConnectionSetting.USERNAME.required(connection)
            + " --file="
            + file
            + " "
            + ConnectionSetting.DATABASE.required(connection));
  }
}
