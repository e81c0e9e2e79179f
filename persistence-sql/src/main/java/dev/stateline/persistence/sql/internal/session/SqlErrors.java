package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Reason;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/**
 * What went wrong on the database, told from the {@link SQLException} that lies under it.
 *
 * @param database what and where the database is, for messages
 */
record SqlErrors(SqlDialect dialect, String database) {

  StatelineException meaning(Exception error) {
    return sqlCause(error)
        .map(sql -> dialect.translate(sql, database))
        .orElseGet(
            () ->
                new FailureException(
                    ErrorCode.INTERNAL_ERROR,
                    "work on " + database + " failed: " + Reason.of(error),
                    error));
  }

  /** As {@link #meaning}, but damage of a column is told with its place. */
  StatelineException told(Exception error, Place place, SqlSession session) {
    return DamagedColumnException.in(error)
        .<StatelineException>map(
            damage ->
                new CorruptDataException(
                    place.describe(session),
                    damage.column(),
                    damage.problem(),
                    Remedy.VERIFY,
                    error))
        .orElseGet(() -> meaning(error));
  }

  /** Whether the transaction left nothing, and may pass when it is made again. */
  boolean lostRace(Exception error) {
    return sqlCause(error).filter(dialect::losesRace).isPresent();
  }

  /** Whether the same may pass in a transaction, which sets limits of its own. */
  boolean meetLimit(Exception error) {
    return sqlCause(error).filter(dialect::meetsLimit).isPresent();
  }

  /** Whether the database said it, and not the program itself. */
  boolean isOfDatabase(Exception error) {
    return sqlCause(error).isPresent();
  }

  boolean leaveOutcomeUnknown(Exception error) {
    return sqlCause(error).filter(dialect::leavesOutcomeUnknown).isPresent();
  }

  /** Whether there was a connection; a pool that gave none has tried for long enough. */
  boolean lostConnection(Exception error) {
    return sqlCause(error)
        .filter(dialect::leavesOutcomeUnknown)
        .filter(sql -> !(sql instanceof SQLTransientConnectionException))
        .isPresent();
  }

  private static Optional<SQLException> sqlCause(Exception error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
