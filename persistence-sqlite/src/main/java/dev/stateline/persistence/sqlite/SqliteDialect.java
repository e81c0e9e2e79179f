package dev.stateline.persistence.sqlite;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.Projection;
import dev.stateline.persistence.sql.SqlDialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandler;
import org.sqlite.SQLiteErrorCode;

/**
 * What differs on SQLite: ids are 16 bytes, moments are ISO 8601 text, errors have vendor codes.
 */
final class SqliteDialect implements SqlDialect {

  private final FileIdentity file;

  /**
   * @param file the open database's file
   */
  SqliteDialect(FileIdentity file) {
    this.file = file;
  }

  @Override
  public TypeHandler<UUID> ids() {
    return new UuidBytesTypeHandler();
  }

  @Override
  public TypeHandler<Instant> moments() {
    return new InstantTextTypeHandler();
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Projection projection)
      throws SQLException {
    statement.setString(parameter, projection.text());
  }

  @Override
  public TransactionFactory readTransactions() {
    return new StatementTransactions("BEGIN", file);
  }

  /**
   * Takes the write lock at once: a read lock that has to be upgraded is refused beside other
   * writers.
   */
  @Override
  public TransactionFactory writeTransactions() {
    return new StatementTransactions("BEGIN IMMEDIATE", file);
  }

  /** The database is in this process: a commit answers. */
  @Override
  public boolean leavesOutcomeUnknown(SQLException error) {
    return false;
  }

  @Override
  public StatelineException translate(SQLException error, String database) {
    return meaning(error, database);
  }

  /** As {@link #translate}, also before there is a file. */
  static StatelineException meaning(SQLException error, String database) {
    if (error instanceof SQLTransientConnectionException) {
      return new UnavailableException(
          ErrorCode.DATABASE_BUSY,
          database + " gave no connection in time; other work in this program holds them all",
          error);
    }
    // Extended codes keep the primary code in their lowest byte.
    int primary = error.getErrorCode() & 0xFF;
    return switch (SQLiteErrorCode.getErrorCode(primary)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(
              ErrorCode.DATABASE_BUSY,
              database + " is locked by another program; try again when that is done",
              error);
      case SQLITE_CORRUPT ->
          new CorruptDataException(
              database,
              "(file structure)",
              "SQLite finds the file damaged; restore a backup",
              error);
      case SQLITE_NOTADB ->
          unavailable(
              ErrorCode.DATABASE_UNUSABLE,
              database + " is no SQLite database; choose another file",
              error);
      case SQLITE_FULL ->
          unavailable(
              ErrorCode.DATABASE_UNAVAILABLE, database + " cannot grow: the disk is full", error);
      case SQLITE_READONLY, SQLITE_PERM ->
          unavailable(
              ErrorCode.DATABASE_UNUSABLE,
              database + " cannot be written: the file or its folder is read-only",
              error);
      case SQLITE_CANTOPEN, SQLITE_AUTH ->
          unavailable(
              ErrorCode.DATABASE_UNUSABLE,
              database
                  + " cannot be opened; check the path and its permissions (SQLite writes beside the file,"
                  + " for reading too)",
              error);
      case SQLITE_IOERR ->
          unavailable(
              ErrorCode.DATABASE_UNAVAILABLE,
              database + " could not be read or written: " + error.getMessage(),
              error);
      case SQLITE_ERROR ->
          new CorruptDataException(
              database,
              "(schema)",
              "a table or column is not as it was made (" + error.getMessage() + ")",
              error);
      default ->
          new FailureException(
              ErrorCode.INTERNAL_ERROR,
              "work on " + database + " failed: " + error.getMessage(),
              error);
    };
  }

  private static UnavailableException unavailable(
      ErrorCode code, String message, SQLException cause) {
    return new UnavailableException(code, message, cause);
  }
}
