package dev.stateline.persistence.postgres;

import java.sql.Connection;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransaction;

/**
 * Reads of one statement: in autocommit mode it is a transaction and one round trip by itself. Its
 * time is kept by the driver's clock, since a setting of the server's would be a trip of its own.
 */
final class StatementReads implements TransactionFactory {

  private final int timeoutSeconds;

  StatementReads(int timeoutSeconds) {
    this.timeoutSeconds = timeoutSeconds;
  }

  @Override
  public Transaction newTransaction(Connection connection) {
    throw new UnsupportedOperationException("transactions are made of data sources here");
  }

  @Override
  public Transaction newTransaction(
      DataSource source, TransactionIsolationLevel level, boolean autoCommit) {
    return new ManagedTransaction(source, level, true) {
      @Override
      public Integer getTimeout() {
        return timeoutSeconds;
      }
    };
  }
}
