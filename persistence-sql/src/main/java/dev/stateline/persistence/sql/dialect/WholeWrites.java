package dev.stateline.persistence.sql.dialect;

import java.util.Objects;
import org.apache.ibatis.transaction.TransactionFactory;

/**
 * Write transactions that are sent as one text, from their beginning to COMMIT, and waited for
 * once. The text can do one thing only, and no more is known of a refusal than that it was refused.
 *
 * @param begin the statements that a text begins with, with what must hold for the transaction;
 *     without a semicolon at their end
 * @param transactions on writers' connections, which are in autocommit mode: a commit does nothing,
 *     since the text has it; a rollback ends what a failed text has left open
 */
public record WholeWrites(String begin, TransactionFactory transactions) {

  public WholeWrites {
    Objects.requireNonNull(begin, "begin");
    Objects.requireNonNull(transactions, "transactions");
  }
}
