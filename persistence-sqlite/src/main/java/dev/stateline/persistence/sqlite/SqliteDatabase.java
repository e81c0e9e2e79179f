package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
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
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteDataSource;

/**
 * One database file: looks at it before SQLite does, brings its schema up to date, and opens it.
 */
final class SqliteDatabase {

  /** The mark of a file that is ours, in its header: "Stal" in ASCII. */
  static final int APPLICATION_ID = 0x5374_616c;

  // Migrating takes a lock that is the whole program's; threads of one program wait here instead.
  private static final Object MIGRATION = new Object();

  /** No writer's sign lies here: those have an even position. */
  static final long MIGRATION_BYTE = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final PersistenceSettings settings;
  private final String description;
  private final Schema schema = new Schema("sqlite", "main");

  SqliteDatabase(Path file, PersistenceSettings settings) {
    this.file = DatabaseFile.real(file);
    this.settings = settings;
    this.description = "the SQLite database " + file;
  }

  Persistence open() {
    check();
    boolean writable = settings.accessMode().isWritable();
    if (!settings.accessMode().isCreating()) {
      requirePresent();
    }
    try {
      prepareSchema(writable);
      return connect(writable);
    } catch (SQLException e) {
      throw SqliteDialect.meaning(e, description);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Looks, whatever the schema is. */
  DatabaseStatus status() {
    check();
    requirePresent();
    try (Connection connection = SqliteConnections.readers(file).getConnection()) {
      SqliteLibrary.requireSafe(connection, description);
      requireOurs(connection, schema.standing(connection));
      return new SchemaStatus(schema, new SqliteSizes()).of(connection, description);
    } catch (SQLException e) {
      throw SqliteDialect.meaning(e, description);
    }
  }

  /** Before SQLite looks: it would take what lies beside the file for its own. */
  private void check() {
    DatabaseFile.check(file, description);
    SqliteLibrary.require(description);
    try {
      Companions.check(file, description);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private UnavailableException unusable(IOException e) {
    return new UnavailableException(
        ErrorCode.DATABASE_UNUSABLE, description + " cannot be used: " + DatabaseFile.reason(e), e);
  }

  private void requirePresent() {
    if (DatabaseFile.isAbsent(file)) {
      throw new NotFoundException(
          ErrorCode.DATABASE_NOT_FOUND,
          "there is no database at " + file,
          ErrorDetails.of(ErrorField.PATH, file).with(Remedy.RUN_FIRST),
          null);
    }
  }

  private void prepareSchema(boolean writable) throws SQLException, IOException {
    Standing standing = DatabaseFile.isAbsent(file) ? Standing.ABSENT : standing(looker(writable));
    if (standing == Standing.CURRENT) {
      return;
    }
    if (!writable || standing == Standing.ABSENT && !settings.accessMode().isCreating()) {
      throw SchemaRefusals.unreadable(standing, description);
    }
    migrate();
  }

  /** A reader cannot put back what a journal holds. */
  private SQLiteDataSource looker(boolean writable) {
    return writable && Files.exists(new RollbackJournal(file).file())
        ? SqliteConnections.plain(file)
        : SqliteConnections.readers(file);
  }

  private Standing standing(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      SqliteLibrary.requireSafe(connection, description);
      Standing standing = schema.standing(connection, description);
      requireOurs(connection, standing);
      return standing;
    }
  }

  /**
   * A file is ours by the mark in its header and by our tables. One that a dump was read into has
   * lost the mark, and is ours by its changes; one without anything is everybody's.
   */
  private void requireOurs(Connection connection, Standing standing) throws SQLException {
    long mark = number(connection, "application_id");
    if (mark != APPLICATION_ID && mark != 0) {
      throw stranger("its application_id is " + mark);
    }
    if (mark == APPLICATION_ID) {
      if (standing == Standing.ABSENT) {
        requireNothing(connection, "and Stateline's mark, but not Stateline's tables");
      }
    } else if (standing == Standing.ABSENT || standing == Standing.UNRECORDED) {
      long version = number(connection, "user_version");
      if (version != 0) {
        throw stranger("its user_version is " + version);
      }
      requireNothing(connection, "without Stateline's mark");
    }
  }

  private void requireNothing(Connection connection, String sign) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
      if (found.next()) {
        throw stranger("it has '" + found.getString(1) + "' " + sign);
      }
    }
  }

  private static long number(Connection connection, String pragma) throws SQLException {
    return SchemaStatus.number(connection, "PRAGMA " + pragma).orElse(0);
  }

  private UnavailableException stranger(String sign) {
    return SchemaRefusals.stranger(description, sign, "choose another file");
  }

  private void migrate() throws SQLException, IOException {
    synchronized (MIGRATION) {
      try (FileLocks locks = FileLocks.open(DatabaseFile.beside(file, "-writers"));
          FileLock lock = locks.lock(MIGRATION_BYTE)) {
        if (DatabaseFile.isAbsent(file)) {
          SqliteConnections.layOut(file);
        }
        SQLiteDataSource source = SqliteConnections.writer(file);
        // Asked again under the lock: another program may have been quicker.
        if (lock.isValid() && standing(source) != Standing.CURRENT) {
          migrate(source);
        }
      }
    }
  }

  private void migrate(SQLiteDataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      schema.migrate(connection, 0);
    }
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check")) {
      if (violations.next()) {
        throw new UnavailableException(
            ErrorCode.DATABASE_UNUSABLE,
            description
                + " has rows of table '"
                + violations.getString(1)
                + "' that refer to nothing; restore a backup");
      }
    }
  }

  private Persistence connect(boolean writable) throws SQLException, IOException {
    SqlConnections connections = connections(writable);
    try {
      return writable
          ? writing(connections)
          : persistence(
              connections,
              Optional.empty(),
              LockedFilePresence.ofOthers(DatabaseFile.beside(file, "-writers")));
    } catch (SQLException | IOException | RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private Persistence writing(SqlConnections connections) throws SQLException, IOException {
    FileLocks locks = FileLocks.open(DatabaseFile.beside(file, "-writers"));
    try {
      FileWatch watch = FileWatch.of(file);
      return persistence(connections, Optional.of(watch), new LockedFilePresence(locks, watch));
    } catch (SQLException | IOException | RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  private Persistence persistence(
      SqlConnections connections, Optional<FileWatch> watch, WriterPresence presence)
      throws IOException {
    return new SqlPersistence(
        new SqliteDialect(FileIdentity.of(file), watch, schema.views()),
        description,
        connections,
        presence,
        settings,
        new SqliteDiagnosis(file, connections.readers(), description),
        new SqliteBackup(file, description));
  }

  private SqlConnections connections(boolean writable) throws SQLException {
    SQLiteDataSource readers = SqliteConnections.readers(file);
    return writable
        ? SqlConnections.forWriting(
            "sqlite", readers, settings.poolSize(), SqliteConnections.writer(file), 1, PATIENCE)
        : SqlConnections.forReading("sqlite", readers, settings.poolSize(), PATIENCE);
  }
}
