package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.persistence.sql.SqlPersistence;
import dev.stateline.persistence.sql.dialect.SqlConnections;
import dev.stateline.persistence.sql.dialect.WriterPresence;
import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.persistence.sql.schema.SchemaRefusals;
import dev.stateline.persistence.sql.schema.SchemaStatus;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** One database on a server: looks at the server, brings the schema up to date, and opens it. */
final class PostgresDatabase {

  /** The advisory lock around a migration: "stateline" in ASCII, cut to 8 bytes. */
  private static final long MIGRATION_LOCK = 0x7374_6174_656c_696eL;

  private static final int ATTEMPTS = 3;

  private final PersistenceSettings settings;
  private final PGSimpleDataSource source;
  private final String description;

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
            + ConnectionSetting.PORT.required(connection)
            + ConnectionSetting.SCHEMA.in(connection).map(s -> ", schema " + s).orElse("");
  }

  /** Looking and migrating leave all or nothing, so what the server cut short is done again. */
  Persistence open() {
    long begin = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return openOnce(settings.accessMode().isWritable());
      } catch (SQLException e) {
        boolean isLate = System.nanoTime() - begin >= patience().toNanos();
        if (attempt == ATTEMPTS || isLate || !ServerError.mayPassAgain(e)) {
          throw new ServerError(e, description).meaning();
        }
      }
    }
  }

  private Persistence openOnce(boolean writable) throws SQLException {
    Schema schema;
    Standing standing;
    int majorVersion;
    try (Connection connection = source.getConnection()) {
      LocalSettings.ofReads(statementTimeout()).begin(connection);
      requireServer(connection, writable);
      majorVersion = connection.getMetaData().getDatabaseMajorVersion();
      schema = schema(connection);
      standing = new Ownership(connection, description, schema).standing();
      if (standing == Standing.CURRENT) {
        new RoleRights(connection, description, schema).requireTables(schema.tables(), writable);
      }
    }
    if (standing != Standing.CURRENT) {
      requireWritable(writable, standing);
      migrate(schema);
    }
    return connect(schema, writable, majorVersion);
  }

  /** Looks, whatever the schema is. */
  DatabaseStatus status() {
    try (Connection connection = source.getConnection()) {
      LocalSettings.ofReads(statementTimeout()).begin(connection);
      Schema schema = schema(connection);
      new Ownership(connection, description, schema).isOurs();
      return new SchemaStatus(schema, new PostgresSizes(schema)).of(connection, description);
    } catch (SQLException e) {
      throw new ServerError(e, description).meaning();
    }
  }

  /** On a connection of its own, which is made when it is asked for. */
  PostgresDiagnosis diagnosis() {
    return new PostgresDiagnosis(source, description, settings, this::requireWorkable);
  }

  /** Whether the role may do what a run does, whatever is there yet. */
  private void requireWorkable(Connection connection) throws SQLException {
    Schema schema = schema(connection);
    Ownership ownership = new Ownership(connection, description, schema);
    RoleRights rights = new RoleRights(connection, description, schema);
    if (ownership.isAbsent()) {
      rights.requireToMakeSchema();
    } else if (ownership.standing() == Standing.CURRENT) {
      rights.requireTables(schema.tables(), true);
    } else {
      rights.requireToMigrate(schema.presentTables(connection));
    }
  }

  private void requireServer(Connection connection, boolean writable) throws SQLException {
    ServerCheck check = new ServerCheck(connection, description);
    check.requireVersion();
    if (writable) {
      check.requireWritable();
    }
    if (writable
        && ConnectionSetting.UNSAFE_SERVER.required(settings.connection()).equals("refuse")) {
      check.requireDurability();
    }
  }

  /** The configured schema, or the one that the role's search path begins with, by its name. */
  private Schema schema(Connection connection) throws SQLException {
    String name = ConnectionSetting.SCHEMA.in(settings.connection()).orElse(null);
    return new Schema("postgresql", name == null ? firstOfSearchPath(connection) : name);
  }

  private String firstOfSearchPath(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT current_schema(), current_setting('search_path'),"
                    + " quote_ident(current_user),"
                    + " has_schema_privilege(to_regnamespace('public')::oid, 'USAGE')")) {
      rows.next();
      if (rows.getString(1) == null) {
        throw new UnavailableException(
            ErrorCode.DATABASE_UNUSABLE,
            description
                + " cannot be used: role "
                + rows.getString(3)
                + " may use no schema of its search path ("
                + rows.getString(2)
                + "); "
                + (rows.getBoolean(4)
                    ? "set connection.schema to the one that is meant, or mend search_path"
                    : "GRANT USAGE ON SCHEMA public TO "
                        + rows.getString(3)
                        + ", or set connection.schema"));
      }
      return rows.getString(1);
    }
  }

  private void requireWritable(boolean writable, Standing standing) {
    if (!writable || standing == Standing.ABSENT && !settings.accessMode().isCreating()) {
      throw SchemaRefusals.unreadable(standing, description);
    }
  }

  /** All or nothing, and under a lock that belongs to the transaction: a pooler keeps no other. */
  private void migrate(Schema schema) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      LocalSettings.ofMigrations().begin(connection);
      statement.execute("SELECT pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      Ownership ownership = new Ownership(connection, description, schema);
      if (ownership.isAbsent()) {
        new RoleRights(connection, description, schema).requireToMakeSchema();
        create(connection, schema);
      }
      // Asked again under the lock: another program may have been quicker.
      if (ownership.standing() != Standing.CURRENT) {
        new RoleRights(connection, description, schema)
            .requireToMigrate(schema.presentTables(connection));
        // Liquibase sets the search path that it finds once more, which fails if that is empty.
        connection.setSchema(schema.name());
        schema.migrate(connection, partitions());
      }
    }
  }

  private static void create(Connection connection, Schema schema) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema.quoted());
    }
  }

  private int partitions() {
    return ConnectionSetting.PARTITIONS.in(settings.connection()).map(Integer::parseInt).orElse(0);
  }

  private int statementTimeout() {
    return ConnectionSetting.STATEMENT_TIMEOUT_SECONDS.number(settings.connection());
  }

  private Duration lease() {
    return Duration.ofSeconds(ConnectionSetting.LEASE_SECONDS.number(settings.connection()));
  }

  private Duration patience() {
    return Duration.ofSeconds(
        ConnectionSetting.CONNECT_TIMEOUT_SECONDS.number(settings.connection()));
  }

  private Persistence connect(Schema schema, boolean writable, int majorVersion)
      throws SQLException {
    SqlConnections connections =
        writable
            ? SqlConnections.forWriting(
                "postgresql", source, settings.poolSize(), source, settings.poolSize(), patience())
            : SqlConnections.forReading("postgresql", source, settings.poolSize(), patience());
    WriterPresence presence =
        writable
            ? new LeasePresence(source, schema.quoted(), lease())
            : LeasePresence.ofOthers(schema.quoted());
    return new SqlPersistence(
        new PostgresDialect(schema.quoted(), statementTimeout(), majorVersion),
        description,
        connections,
        presence,
        settings,
        diagnosis(),
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
