package dev.stateline.persistence.sql.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * A connection on which Liquibase's commits are but savepoints, to which its rollbacks go: it
 * commits after each step, and finds out what is there by running into errors. Who gave the
 * connection to Liquibase ends the transaction.
 */
final class OneTransaction extends JdbcConnection {

  private final Connection connection;
  private Savepoint last;

  /**
   * @param connection in a transaction
   */
  OneTransaction(Connection connection) throws SQLException {
    super(connection);
    this.connection = connection;
    this.last = connection.setSavepoint();
  }

  @Override
  public void setAutoCommit(boolean autoCommit) {}

  @Override
  public void commit() throws DatabaseException {
    try {
      connection.releaseSavepoint(last);
      last = connection.setSavepoint();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  public void rollback() throws DatabaseException {
    try {
      connection.rollback(last);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
