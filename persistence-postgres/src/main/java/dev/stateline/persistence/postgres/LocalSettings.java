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
 * Transactions that say of themselves what must hold for them: their isolation, and the limits that
 * a role, a database or a server may have set. A setting of the session would be lost behind a
 * pooler that hands each transaction another session.
 */
final class LocalSettings implements TransactionFactory {

  /** The first version that limits a transaction as a whole. */
  private static final int LIMITS_TRANSACTIONS = 17;

  private static final String NO_LIMIT_OF_ALL = "; SET LOCAL transaction_timeout = 0";

  private static final String SYNCED = "; SET LOCAL synchronous_commit = on";

  private static final String DURABLE = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED" + SYNCED;

  private final String begin;

  private LocalSettings(String begin, int statementTimeoutSeconds) {
    this.begin =
        begin
            + limits(statementTimeoutSeconds)
            + "; SET LOCAL idle_in_transaction_session_timeout = '"
            + statementTimeoutSeconds
            + "s'";
  }

  /** The time that a statement waits for a lock is part of its own. */
  private static String limits(int statementTimeoutSeconds) {
    return "; SET LOCAL statement_timeout = '"
        + statementTimeoutSeconds
        + "s'; SET LOCAL lock_timeout = 0";
  }

  /**
   * The beginning of a text that writes and commits: what {@link #ofWrites} sets, but for the time
   * between statements, as there is none.
   *
   * @param majorVersion the server's
   */
  static String ofWholeWrites(int statementTimeoutSeconds, int majorVersion) {
    String begin =
        "BEGIN ISOLATION LEVEL READ COMMITTED" + SYNCED + limits(statementTimeoutSeconds);
    return limitsTransactions(majorVersion) ? begin + NO_LIMIT_OF_ALL : begin;
  }

  private static boolean limitsTransactions(int majorVersion) {
    return majorVersion >= LIMITS_TRANSACTIONS;
  }

  /** All statements of a read see one moment of the database. */
  static LocalSettings ofReads(int statementTimeoutSeconds) {
    return new LocalSettings(
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", statementTimeoutSeconds);
  }

  /** The commit waits for the disk, whatever the server's or the role's default is. */
  static LocalSettings ofWrites(int statementTimeoutSeconds) {
    return new LocalSettings(DURABLE, statementTimeoutSeconds);
  }

  /** A migration is a write that takes the time that it takes. */
  static LocalSettings ofMigrations() {
    return new LocalSettings(DURABLE, 0);
  }

  /** Begins a transaction. */
  void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    boolean isLimited = limitsTransactions(connection.getMetaData().getDatabaseMajorVersion());
    try (Statement statement = connection.createStatement()) {
      statement.execute(isLimited ? begin + NO_LIMIT_OF_ALL : begin);
    }
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
      begin(connection);
    }
  }
}
