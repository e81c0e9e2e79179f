package dev.stateline.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;

/**
 * Transactions whose text begins and ends them: the driver sends all of it at once. After an error
 * the server skips the rest, COMMIT too, and waits for a ROLLBACK.
 */
final class WholeTransactions implements TransactionFactory {

  @Override
  public Transaction newTransaction(Connection connection) {
    throw new UnsupportedOperationException("transactions are made of data sources here");
  }

  @Override
  public Transaction newTransaction(
      DataSource source, TransactionIsolationLevel level, boolean autoCommit) {
    return new WholeTransaction(source);
  }

  private static final class WholeTransaction implements Transaction {

    private final DataSource source;
    private Connection connection;

    WholeTransaction(DataSource source) {
      this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (connection == null) {
        connection = source.getConnection();
      }
      return connection;
    }

    /** The text has it. */
    @Override
    public void commit() {}

    @Override
    public void rollback() throws SQLException {
      if (connection == null) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("ROLLBACK");
      } catch (SQLException e) {
        // Nobody else may get it with the transaction in it.
        connection.abort(Runnable::run);
        throw e;
      }
    }

    @Override
    public void close() throws SQLException {
      if (connection != null) {
        connection.close();
      }
    }

    /** The text sets the server's. */
    @Override
    public Integer getTimeout() {
      return null;
    }
  }
}
