package dev.stateline.persistence.sql.dialect;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** A stored value that no write of Stateline can have left, found while a row was read. */
public final class DamagedColumnException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final String column;
  private final String problem;

  /**
   * @param column table and column, for example {@code turns.state_payload}
   */
  public DamagedColumnException(String column, String problem) {
    super(column + ": " + problem);
    this.column = column;
    this.problem = problem;
  }

  /**
   * The damage of a column of the row that is being read.
   *
   * @param label the column's label in the result
   * @throws SQLException if the result has no such column
   */
  public static DamagedColumnException in(ResultSet rows, String label, String problem)
      throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    int index = rows.findColumn(label);
    String table = meta.getTableName(index);
    // A query that reads several segments calls each one's id by what it is the segment of.
    boolean isId = table.equals("segments") && label.endsWith("segment_id");
    return new DamagedColumnException(
        table + "." + (isId ? "id" : meta.getColumnName(index)), problem);
  }

  /** Table and column. */
  public String column() {
    return column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
