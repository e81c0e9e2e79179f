package dev.stateline.persistence.sql.dialect;

import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.turn.Defect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandler;

/** The differences between databases, and nothing else. Thread-safe. */
public interface SqlDialect {

  /** The schema that holds everything, quoted where it must be: every statement names it. */
  String schema();

  /**
   * Joins to each row of {@code c} the one row of {@code turns}, as {@code t}, that its segment and
   * turn name, by the primary key and in no other way; NULL where there is none.
   */
  String turnOfPlace();

  /**
   * How ids are bound and read.
   *
   * @return a handler that throws {@link DamagedColumnException} on a stored value that is no id
   */
  TypeHandler<UUID> ids();

  /**
   * Binds a projection to a parameter of the column's own type for JSON, as NULL if the database
   * cannot hold it: a projection never fails the turn that it is written with.
   */
  void bind(PreparedStatement statement, int parameter, Projection projection) throws SQLException;

  /**
   * How a read of one statement is made, which sees one moment by itself; on readers' connections,
   * which are in autocommit mode.
   */
  TransactionFactory statementReads();

  /**
   * How reads see one moment of the database, however many statements they take; on readers'
   * connections, which are in autocommit mode.
   */
  TransactionFactory readTransactions();

  /**
   * How a write transaction begins and ends on the writer's connections, which are in autocommit
   * mode.
   */
  TransactionFactory writeTransactions();

  /** How a write is sent as a whole, where the database is asked over a network. */
  default Optional<WholeWrites> wholeWrites() {
    return Optional.empty();
  }

  /**
   * What the database itself finds wrong with its structure: pages, and indexes that hold other
   * values than their rows.
   *
   * @return empty also where it has no means to look
   */
  List<Defect> structure(Connection connection) throws SQLException;

  /** What other people's SQL cannot read, where the tables themselves are sound. */
  default List<Defect> views(Connection connection) {
    return List.of();
  }

  /** Whether a commit that failed so may have succeeded all the same: the connection is gone. */
  boolean leavesOutcomeUnknown(SQLException error);

  /**
   * Whether a transaction was ended only for the sake of another one at the same time: it left
   * nothing, and may pass when it is made again.
   */
  boolean losesRace(SQLException error);

  /**
   * Whether a statement was cut short by a limit of the server's, which a transaction of {@link
   * #readTransactions} does not have.
   */
  default boolean meetsLimit(SQLException error) {
    return false;
  }

  /**
   * What a database error means.
   *
   * @param database the database, for the message
   */
  StatelineException translate(SQLException error, String database);
}
