package dev.stateline.persistence.sql.internal.session;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Reason;
import dev.stateline.persistence.sql.dialect.SqlConnections;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** How often a transaction is made that loses against others each time. */
  private static final int RACES = 5;

  private final String database;
  private final SqlErrors errors;
  private final Sessions statements;
  private final Sessions readers;
  private final Optional<Sessions> writer;
  private final Optional<Sessions> whole;
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
    this.database = database;
    this.errors = new SqlErrors(dialect, database);
    Configuration all = Sessions.statements(dialect, mappers);
    this.statements = new Sessions(all, connections.readers(), dialect.statementReads());
    this.readers = new Sessions(all, connections.readers(), dialect.readTransactions());
    this.writer =
        connections.writers().map(source -> new Sessions(all, source, dialect.writeTransactions()));
    this.whole =
        connections
            .writers()
            .flatMap(
                source ->
                    dialect
                        .wholeWrites()
                        .map(writes -> new Sessions(all, source, writes.transactions())));
  }

  /**
   * Reads with one statement, which costs one round trip and sees one moment by itself; what does
   * not fit the domain's rules is damage, since every write keeps them. Where the role's limits cut
   * it short, it is done again as {@link #read} does.
   */
  public <T> T ask(Place place, Work<T> work) {
    try {
      return read(statements, place, work);
    } catch (StatelineException e) {
      if (!errors.meetLimit(e)) {
        throw e;
      }
      return read(place, work);
    }
  }

  /** As {@link #ask}, with several statements that all see one moment. */
  public <T> T read(Place place, Work<T> work) {
    return read(readers, place, work);
  }

  /**
   * A read leaves nothing, so one whose connection was lost, or that lost a race, is made again.
   */
  private <T> T read(Sessions sessions, Place place, Work<T> work) {
    try {
      return raced(() -> readOnce(sessions, place, work));
    } catch (StatelineException e) {
      if (!errors.lostConnection(e)) {
        throw e;
      }
      return readOnce(sessions, place, work);
    }
  }

  private <T> T readOnce(Sessions sessions, Place place, Work<T> work) {
    requireOpen();
    try (SqlSession session = sessions.open()) {
      try {
        return work.in(session);
      } catch (InvalidInputException | IllegalArgumentException | NullPointerException e) {
        throw new CorruptDataException(
            place.describe(session),
            place.table(),
            "a row is damaged: " + Reason.of(e),
            Remedy.VERIFY,
            e);
      } catch (PersistenceException | SQLException e) {
        throw errors.told(e, place, session);
      }
    } catch (PersistenceException e) {
      throw errors.meaning(e);
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
    } catch (InvalidInputException
        | IllegalArgumentException
        | NullPointerException
        | DamagedColumnException e) {
      return ask(
          place,
          session -> {
            throw e;
          });
    }
  }

  /**
   * Writes, all or nothing. When it returns, what was written is durable.
   *
   * @param work made again where it is known to have left nothing: the connection was lost before
   *     the commit began, or another transaction won
   */
  public <T> T write(Place place, Work<T> work) {
    try {
      return attempt(place, work);
    } catch (ConnectionLostException first) {
      if (!first.isHarmless()) {
        throw first.error();
      }
      try {
        return attempt(place, work);
      } catch (ConnectionLostException e) {
        throw e.error();
      }
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
    try {
      return attempt(place, work);
    } catch (ConnectionLostException first) {
      return settle(place, work, landed, first);
    }
  }

  private <T> T settle(
      Place place, Work<T> work, Work<Optional<T>> landed, ConnectionLostException first) {
    try {
      return attempt(
          place,
          session -> {
            Optional<T> result = landed.in(session);
            return result.isPresent() ? result.get() : work.in(session);
          });
    } catch (ConnectionLostException e) {
      first.error().addSuppressed(e.error());
      throw first.error();
    }
  }

  /**
   * As {@link #writeOnce(Place, Work, Work)}, in one round trip where the database can.
   *
   * @param sent the same as the work in one text that commits; empty if it wrote nothing. What it
   *     fails of, the work says
   */
  public <T> T writeOnce(
      Place place, Work<Optional<T>> sent, Work<T> work, Work<Optional<T>> landed) {
    Optional<T> written;
    try {
      written = whole.isPresent() ? raced(() -> send(whole.get(), place, sent)) : Optional.empty();
    } catch (ConnectionLostException first) {
      return settle(place, work, landed, first);
    }
    return written.isPresent() ? written.get() : writeOnce(place, work, landed);
  }

  private <T> Optional<T> send(Sessions sessions, Place place, Work<Optional<T>> sent) {
    requireOpen();
    try (SqlSession session = sessions.open()) {
      try {
        return sent.in(session);
      } catch (PersistenceException | SQLException e) {
        Sessions.rollback(session, e);
        if (errors.leaveOutcomeUnknown(e)) {
          throw new ConnectionLostException(errors.meaning(e), false);
        }
        if (errors.lostRace(e) || errors.meetLimit(e) || !errors.isOfDatabase(e)) {
          throw errors.told(e, place, session);
        }
        return Optional.empty();
      }
    } catch (PersistenceException e) {
      throw errors.meaning(e);
    }
  }

  private <T> T attempt(Place place, Work<T> work) {
    return raced(() -> transact(place, work));
  }

  /** Makes a transaction again that others won against, a bounded number of times. */
  private <T> T raced(Supplier<T> transaction) {
    for (int race = 1; race < RACES; race++) {
      try {
        return transaction.get();
      } catch (StatelineException e) {
        if (!errors.lostRace(e)) {
          throw e;
        }
      }
    }
    return transaction.get();
  }

  private <T> T transact(Place place, Work<T> work) {
    requireOpen();
    Sessions sessions =
        writer.orElseThrow(
            () ->
                new UnavailableException(
                    ErrorCode.DATABASE_UNUSABLE, database + " was opened for reading only"));
    try (SqlSession session = sessions.open()) {
      boolean committing = false;
      try {
        T result = work.in(session);
        committing = true;
        // Forced, because MyBatis takes a session without its own insert or update for unchanged.
        session.commit(true);
        return result;
      } catch (PersistenceException | SQLException e) {
        Sessions.rollback(session, e);
        throw errors.leaveOutcomeUnknown(e)
            ? new ConnectionLostException(
                errors.meaning(e), !committing && errors.lostConnection(e))
            : errors.told(e, place, session);
      } catch (RuntimeException e) {
        Sessions.rollback(session, e);
        throw e;
      }
    } catch (PersistenceException e) {
      throw errors.meaning(e);
    }
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
}
