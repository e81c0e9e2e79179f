package dev.stateline.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransaction;

/**
 * Write transactions that say of themselves that their commit waits for the disk. A setting of the
 * session would be lost behind a pooler that hands each transaction another session.
 */
final class DurableTransactions implements TransactionFactory {

  private final String begin;

  DurableTransactions(int statementTimeoutSeconds) {
    this.begin =
        "SET LOCAL synchronous_commit = on; SET LOCAL statement_timeout = '"
            + statementTimeoutSeconds
            + "s'";
  }

  @Override
  public Transaction newTransaction(Connection connection) {
    throw new UnsupportedOperationException("transactions are made of data sources here");
  }

  @Override
  public Transaction newTransaction(
      DataSource source, TransactionIsolationLevel level, boolean autoCommit) {
    return new DurableTransaction(source);
  }

  private final class DurableTransaction extends JdbcTransaction {

    DurableTransaction(DataSource source) {
      super(source, TransactionIsolationLevel.READ_COMMITTED, false);
    }

    @Override
    protected void openConnection() throws SQLException {
      super.openConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(begin);
      }
    }
  }
}
