package dev.stateline.persistence.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;

/**
 * Transactions that begin and end by statements of our own. The driver's way (autocommit off)
 * begins the next transaction as soon as one is committed: it would hold the lock while idle, or
 * fail a commit that succeeded because that lock was gone.
 */
final class StatementTransactions implements TransactionFactory {

  private final Optional<String> begin;
  private final FileIdentity file;

  /**
   * @param begin the statement that begins a transaction; empty for statements by themselves
   * @param file the file that must still be there then
   */
  StatementTransactions(Optional<String> begin, FileIdentity file) {
    this.begin = begin;
    this.file = file;
  }

  @Override
  public Transaction newTransaction(Connection connection) {
    throw new UnsupportedOperationException("transactions are made of data sources here");
  }

  @Override
  public Transaction newTransaction(
      DataSource source, TransactionIsolationLevel level, boolean autoCommit) {
    return new StatementTransaction(source);
  }

  private final class StatementTransaction implements Transaction {

    private final DataSource source;
    private Connection connection;
    private boolean begun;

    StatementTransaction(DataSource source) {
      this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (connection == null) {
        connection = source.getConnection();
      }
      if (!begun) {
        file.require();
        if (begin.isPresent()) {
          execute(begin.get());
          begun = true;
        }
      }
      return connection;
    }

    @Override
    public void commit() throws SQLException {
      if (begun) {
        execute("COMMIT");
        begun = false;
      }
    }

    @Override
    public void rollback() throws SQLException {
      if (begun) {
        begun = false;
        execute("ROLLBACK");
      }
    }

    @Override
    public void close() throws SQLException {
      if (connection == null) {
        return;
      }
      try {
        rollback();
      } finally {
        connection.close();
      }
    }

    /** The busy timeout is the connection's. */
    @Override
    public Integer getTimeout() {
      return null;
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
