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
 * Transactions that say of themselves what must hold for them. A setting of the session would be
 * lost behind a pooler that hands each transaction another session.
 */
final class LocalSettings implements TransactionFactory {

  private final String begin;

  private LocalSettings(String begin) {
    this.begin = begin;
  }

  /** All statements of a read see one moment of the database. */
  static LocalSettings ofReads(int statementTimeoutSeconds) {
    return new LocalSettings(
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
            + timeout(statementTimeoutSeconds));
  }

  /** The commit waits for the disk, whatever the server's or the role's default is. */
  static LocalSettings ofWrites(int statementTimeoutSeconds) {
    return new LocalSettings(
        "SET LOCAL synchronous_commit = on" + timeout(statementTimeoutSeconds));
  }

  private static String timeout(int seconds) {
    return "; SET LOCAL statement_timeout = '" + seconds + "s'";
  }

  @Override
  public Transaction newTransaction(Connection connection) {
    throw new UnsupportedOperationException("transactions are made of data sources here");
  }

  @Override
  public Transaction newTransaction(
      DataSource source, TransactionIsolationLevel level, boolean autoCommit) {
    return new LocalTransaction(source);
  }

  private final class LocalTransaction extends JdbcTransaction {

    LocalTransaction(DataSource source) {
      super(source, null, false);
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
