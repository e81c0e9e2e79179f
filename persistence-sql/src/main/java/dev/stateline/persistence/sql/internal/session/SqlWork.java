package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.SqlConnections;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/**
 * Runs pieces of work on the database: each read on a reader's connection, each write as one
 * transaction on a writer's. No transaction and no {@link SQLException} leaves it. Thread-safe.
 */
public final class SqlWork {

  /** What is done within one session. */
  @FunctionalInterface
  public interface Work<T> {
    T in(SqlSession session) throws SQLException;
  }

  private final SqlDialect dialect;
  private final String database;
  private final Sessions statements;
  private final Sessions readers;
  private final Optional<Sessions> writer;
  private volatile boolean closed;

  /**
   * @param database what and where the database is, for messages
   * @param mappers all that the work will ask a session for
   */
  public SqlWork(
      SqlDialect dialect,
      String database,
      SqlConnections connections,
      Collection<Class<?>> mappers) {
    this.dialect = dialect;
    this.database = database;
    Configuration all = Sessions.statements(dialect, mappers);
    this.statements = new Sessions(all, connections.readers(), dialect.statementReads());
    this.readers = new Sessions(all, connections.readers(), dialect.readTransactions());
    this.writer =
        connections.writers().map(source -> new Sessions(all, source, dialect.writeTransactions()));
  }

  /**
   * Reads with one statement, which costs one round trip and sees one moment by itself; what does
   * not fit the domain's rules is damage, since every write keeps them.
   */
  public <T> T ask(Place place, Work<T> work) {
    return read(statements, place, work);
  }

  /** As {@link #ask}, with several statements that all see one moment. */
  public <T> T read(Place place, Work<T> work) {
    return read(readers, place, work);
  }

  private <T> T read(Sessions sessions, Place place, Work<T> work) {
    requireOpen();
    try (SqlSession session = sessions.open()) {
      try {
        return work.in(session);
      } catch (InvalidInputException | IllegalArgumentException e) {
        throw new CorruptDataException(
            place.describe(session), place.table(), "a row is damaged: " + e.getMessage(), e);
      } catch (PersistenceException | SQLException e) {
        throw translated(e, place, session);
      }
    } catch (PersistenceException e) {
      throw unavailable(e);
    }
  }

  /** Something that is made of what was read, without the database. */
  @FunctionalInterface
  public interface Making<T> {
    T make() throws DamagedColumnException;
  }

  /**
   * Makes something of what was read; what does not fit is damage, as in {@link #ask}. Asks the
   * database only for the message then.
   */
  public <T> T check(Place place, Making<T> making) {
    try {
      return making.make();
    } catch (InvalidInputException | IllegalArgumentException | DamagedColumnException e) {
      return ask(
          place,
          session -> {
            throw e;
          });
    }
  }

  /** Writes, all or nothing. When it returns, what was written is durable. */
  public <T> T write(Place place, Work<T> work) {
    try {
      return attempt(place, work);
    } catch (ConnectionLostException e) {
      throw e.error();
    }
  }

  /**
   * Writes as {@link #write} does, and settles what became of it when the connection is lost: a new
   * transaction looks whether the first one landed, and writes again if it did not.
   *
   * @param landed locks what the work locks, so that a commit still in flight has ended one way or
   *     the other, and finds the work's result if it is there
   */
  public <T> T writeOnce(Place place, Work<T> work, Work<Optional<T>> landed) {
    Work<T> settle =
        session -> {
          Optional<T> result = landed.in(session);
          return result.isPresent() ? result.get() : work.in(session);
        };
    try {
      return attempt(place, work);
    } catch (ConnectionLostException first) {
      try {
        return attempt(place, settle);
      } catch (ConnectionLostException e) {
        first.error().addSuppressed(e.error());
        throw first.error();
      }
    }
  }

  /** The connection went away while work was done, which may be done all the same. */
  private static final class ConnectionLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StatelineException error;

    ConnectionLostException(StatelineException error) {
      super(error);
      this.error = error;
    }

    StatelineException error() {
      return error;
    }
  }

  private <T> T attempt(Place place, Work<T> work) {
    requireOpen();
    Sessions sessions =
        writer.orElseThrow(
            () ->
                new UnavailableException(
                    ErrorCode.DATABASE_UNUSABLE, database + " was opened for reading only"));
    try (SqlSession session = sessions.open()) {
      try {
        T result = work.in(session);
        // Forced, because MyBatis takes a session without its own insert or update for unchanged.
        session.commit(true);
        return result;
      } catch (PersistenceException | SQLException e) {
        rollback(session, e);
        throw lost(e) ? new ConnectionLostException(unavailable(e)) : translated(e, place, session);
      } catch (RuntimeException e) {
        rollback(session, e);
        throw e;
      }
    } catch (PersistenceException e) {
      throw unavailable(e);
    }
  }

  /** What is thrown is the first error, not that a broken connection cannot be rolled back. */
  private static void rollback(SqlSession session, Exception first) {
    try {
      session.rollback(true);
    } catch (PersistenceException e) {
      first.addSuppressed(e);
    }
  }

  private boolean lost(Exception error) {
    return sqlCause(error).filter(dialect::leavesOutcomeUnknown).isPresent();
  }

  /** No work is done any more. */
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, database + " is closed");
    }
  }

  private StatelineException translated(Exception error, Place place, SqlSession session) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DamagedColumnException damage) {
        return new CorruptDataException(
            place.describe(session), damage.column(), damage.problem(), error);
      }
    }
    return unavailable(error);
  }

  private StatelineException unavailable(Exception error) {
    return sqlCause(error)
        .map(sql -> dialect.translate(sql, database))
        .orElseGet(
            () ->
                new FailureException(
                    ErrorCode.INTERNAL_ERROR,
                    "work on " + database + " failed: " + error.getMessage(),
                    error));
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
