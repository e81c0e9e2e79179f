package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.Reason;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What differs on SQLite: ids are 16 bytes, errors have vendor codes. */
final class SqliteDialect implements SqlDialect {

  /** What the driver says before it is of no use to a person. */
  private static final Pattern REASON = Pattern.compile("\\[SQLITE_\\w+][^(]*\\((.*)\\)");

  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(\\w+)");

  private final FileIdentity file;
  private final Optional<FileWatch> watch;
  private final List<String> views;

  /**
   * @param file the open database's file
   * @param watch watches its files; empty if it is only read
   * @param views those that the schema has
   */
  SqliteDialect(FileIdentity file, Optional<FileWatch> watch, List<String> views) {
    this.file = file;
    this.watch = watch;
    this.views = views;
  }

  @Override
  public String schema() {
    return "main";
  }

  /**
   * What the index says of a row is compared with the row: a damaged one leads to another row. The
   * plus keeps the comparison from being looked up in the index, too.
   */
  @Override
  public String turnOfPlace() {
    return "LEFT JOIN main.turns i ON i.segment = c.segment AND i.turn_number = c.turn_number"
        + " LEFT JOIN main.turns t ON t.rowid = i.rowid AND +t.segment = c.segment"
        + " AND +t.turn_number = c.turn_number";
  }

  @Override
  public TypeHandler<UUID> ids() {
    return new UuidBytesTypeHandler();
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Projection projection)
      throws SQLException {
    statement.setString(parameter, projection.text());
  }

  /** A statement by itself sees one moment; it begins and ends nothing. */
  @Override
  public TransactionFactory statementReads() {
    return StatementTransactions.reading(Optional.empty(), file);
  }

  @Override
  public TransactionFactory readTransactions() {
    return StatementTransactions.reading(Optional.of("BEGIN"), file);
  }

  /**
   * Takes the write lock at once: a read lock that has to be upgraded is refused beside other
   * writers.
   */
  @Override
  public TransactionFactory writeTransactions() {
    return StatementTransactions.writing("BEGIN IMMEDIATE", file, watch.orElseThrow());
  }

  @Override
  public List<Defect> structure(Connection connection) throws SQLException {
    return new SqliteStructure(connection, views).defects();
  }

  @Override
  public List<Defect> views(Connection connection) {
    return new SqliteStructure(connection, views).defectsOfViews();
  }

  /** The database is in this process: a commit answers. */
  @Override
  public boolean leavesOutcomeUnknown(SQLException error) {
    return false;
  }

  /** Writers wait for each other here. */
  @Override
  public boolean losesRace(SQLException error) {
    return false;
  }

  @Override
  public StatelineException translate(SQLException error, String database) {
    return meaning(error, database);
  }

  /** As {@link #translate}, also before there is a file. */
  static StatelineException meaning(SQLException error, String database) {
    if (error instanceof SQLTransientConnectionException) {
      return unavailable(
          ErrorCode.DATABASE_BUSY,
          database + " gave no connection in time; other work in this program holds them all",
          error);
    }
    // Extended codes keep the primary code in their lowest byte.
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xFF);
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_ERROR -> damage(code, error, database);
      case SQLITE_CONSTRAINT -> refused(error, database);
      case SQLITE_NOTADB, SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
          unavailable(ErrorCode.DATABASE_UNUSABLE, database + unusable(code, error), error);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(
              ErrorCode.DATABASE_BUSY,
              database + " is locked by another program; try again when that is done",
              error);
      case SQLITE_FULL ->
          unavailable(
              ErrorCode.DATABASE_UNAVAILABLE, database + " cannot grow: the disk is full", error);
      case SQLITE_IOERR ->
          unavailable(
              ErrorCode.DATABASE_UNAVAILABLE,
              database + " could not be read or written: " + Reason.of(error),
              error);
      default ->
          new FailureException(
              ErrorCode.INTERNAL_ERROR,
              "work on " + database + " failed: " + Reason.of(error),
              error);
    };
  }

  /** What SQLite says, without what the driver puts before it. */
  static String reason(SQLException error) {
    String message = Reason.of(error);
    Matcher found = REASON.matcher(message);
    return found.matches() ? found.group(1) : message;
  }

  private static CorruptDataException damage(
      SQLiteErrorCode code, SQLException error, String database) {
    if (code == SQLiteErrorCode.SQLITE_CORRUPT) {
      return new CorruptDataException(
          database, "(file structure)", "SQLite finds the file damaged; restore a backup", error);
    }
    String reason = reason(error);
    Matcher table = NO_TABLE.matcher(reason);
    return table.matches()
        ? CorruptDataException.lostTable(database, table.group(1), error)
        : new CorruptDataException(
            database,
            "(schema)",
            "a table or column is not as it was made (" + reason + ")",
            error);
  }

  /** Nothing that is written breaks a rule of the tables by itself. */
  private static StatelineException refused(SQLException error, String database) {
    if (error instanceof SQLiteException refusal
        && refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_TRIGGER) {
      return unavailable(
          ErrorCode.DATABASE_UNUSABLE,
          database + " has a trigger that refuses (" + reason(error) + "); remove it",
          error);
    }
    return new CorruptDataException(
        database,
        "(storage)",
        "rows do not fit each other ("
            + reason(error)
            + "); remove triggers that are not Stateline's, and run 'stateline verify'",
        error);
  }

  private static String unusable(SQLiteErrorCode code, SQLException error) {
    if (error instanceof SQLiteException told
        && told.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK) {
      return " cannot be read while a rollback journal lies beside it (-journal), which reading"
          + " never puts back; one that writes does ('resume'), or move it away if it is none";
    }
    return switch (code) {
      case SQLITE_NOTADB -> " is no SQLite database; choose another file";
      case SQLITE_READONLY, SQLITE_PERM ->
          " cannot be written: the file or its folder is read-only";
      default ->
          " cannot be opened; check the path and its permissions (SQLite writes beside the file,"
              + " for reading too)";
    };
  }

  private static UnavailableException unavailable(
      ErrorCode code, String message, SQLException cause) {
    return new UnavailableException(code, message, cause);
  }
}
