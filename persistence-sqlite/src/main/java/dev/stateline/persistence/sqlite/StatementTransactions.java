package dev.stateline.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
  private final Optional<FileWatch> watch;

  private StatementTransactions(
      Optional<String> begin, FileIdentity file, Optional<FileWatch> watch) {
    this.begin = begin;
    this.file = file;
    this.watch = watch;
  }

  /**
   * For reading.
   *
   * @param begin the statement that begins a transaction; empty for statements by themselves
   * @param file the file that must still be there then
   */
  static StatementTransactions reading(Optional<String> begin, FileIdentity file) {
    return new StatementTransactions(begin, file, Optional.empty());
  }

  /**
   * For writing. Each commit has a mark of its own.
   *
   * @param begin the statement that begins a transaction
   * @param watch asked before and after each transaction
   */
  static StatementTransactions writing(String begin, FileIdentity file, FileWatch watch) {
    return new StatementTransactions(Optional.of(begin), file, Optional.of(watch));
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
        requireFiles();
        if (begin.isPresent()) {
          execute(begin.get());
          begun = true;
        }
      }
      return connection;
    }

    private void requireFiles() throws SQLException {
      if (watch.isPresent()) {
        watch.get().require(connection);
      } else {
        file.require();
      }
    }

    @Override
    public void commit() throws SQLException {
      if (!begun) {
        return;
      }
      if (watch.isPresent()) {
        CommitMark.read(connection).next().write(connection);
      }
      execute("COMMIT");
      begun = false;
      if (watch.isPresent()) {
        watch.get().requireCommitted(connection);
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
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.execute();
      }
    }
  }
}
