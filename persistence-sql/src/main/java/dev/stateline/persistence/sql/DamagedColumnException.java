package dev.stateline.persistence.sql;

import java.sql.SQLException;

/** A stored value that no write of Stateline can have left, found while a row was read. */
public final class DamagedColumnException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final String column;
  private final String problem;

  /**
   * @param column the column's name, without its table
   */
  public DamagedColumnException(String column, String problem) {
    super(column + ": " + problem);
    this.column = column;
    this.problem = problem;
  }

  String column() {
    return column;
  }

  String problem() {
    return problem;
  }
}
