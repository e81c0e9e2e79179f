package dev.stateline.persistence.sql.dialect;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Optional;

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
   * @param index the column's place in the result, from 1 on
   * @throws SQLException if the result has no such column
   */
  public static DamagedColumnException in(ResultSet rows, int index, String problem)
      throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    return new DamagedColumnException(
        stored(meta.getTableName(index), meta.getColumnName(index), meta.getColumnLabel(index)),
        problem);
  }

  /**
   * What a query calls by a name of its own: the id of a segment by what it is the segment of, the
   * turn of a head beside other turns, and a number that is of no one row by its table and column.
   */
  private static String stored(String table, String column, String label) {
    if (label.contains(".")) {
      return label;
    }
    if (table.equals("segments") && label.endsWith("segment_id")) {
      return "segments.id";
    }
    return table + "." + (label.equals("head_turn") ? "turn_number" : column);
  }

  /** The one that an error comes from; empty if it does not come from one. */
  public static Optional<DamagedColumnException> in(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DamagedColumnException damage) {
        return Optional.of(damage);
      }
    }
    return Optional.empty();
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
