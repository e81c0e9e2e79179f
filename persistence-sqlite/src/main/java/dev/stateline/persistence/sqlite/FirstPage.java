package dev.stateline.persistence.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the first page of a file says of the moment that it was written at (<a
 * href="https://www.sqlite.org/fileformat2.html#the_database_header">file format</a>).
 *
 * @param mark of the last commit of ours
 * @param schemaCookie never falls in one file; vacuuming moves all pages, keeps the mark, and
 *     raises it
 * @param freePages how many pages hold nothing
 */
record FirstPage(CommitMark mark, int schemaCookie, int freePages) {

  private static final int FREE_PAGES = 36;
  private static final int SCHEMA_COOKIE = 40;
  private static final int MARK = 60;

  /**
   * @param at where the page begins
   */
  static FirstPage in(ByteBuffer bytes, int at) {
    return new FirstPage(
        new CommitMark(bytes.getInt(at + MARK)),
        bytes.getInt(at + SCHEMA_COOKIE),
        bytes.getInt(at + FREE_PAGES));
  }

  static FirstPage read(Connection connection) throws SQLException {
    return new FirstPage(
        CommitMark.read(connection),
        number(connection, "PRAGMA schema_version"),
        number(connection, "PRAGMA freelist_count"));
  }

  private static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(pragma)) {
      return rows.getInt(1);
    }
  }

  /**
   * Whether it can be the first that was written after the other one, in the same file. Another
   * program's commit keeps the mark.
   */
  boolean continues(FirstPage other) {
    return (mark.equals(other.mark) || mark.follows(other.mark))
        && schemaCookie - other.schemaCookie >= 0;
  }
}
