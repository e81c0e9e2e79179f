package dev.stateline.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What tells one moment of a database from every other: 16 bits drawn anew at each commit, before
 * them the 16 of the commit before. It stands in the header ({@code PRAGMA user_version}), so every
 * commit writes the first page, and a log can be asked whether it continues a file.
 *
 * @param value as SQLite keeps it
 */
record CommitMark(int value) {

  private static final int HALF = 0xFFFF;

  /** A mark that continues no other: of a new file, or of a copy that goes its own way. */
  static CommitMark fresh() {
    return new CommitMark(ThreadLocalRandom.current().nextInt());
  }

  static CommitMark read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("PRAGMA user_version");
        ResultSet rows = statement.executeQuery()) {
      return new CommitMark(rows.getInt(1));
    }
  }

  void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + value);
    }
  }

  /** The mark of the next commit. */
  CommitMark next() {
    int own = value + 1 + ThreadLocalRandom.current().nextInt(HALF);
    return new CommitMark(value << 16 | own & HALF);
  }

  /** Whether the commit of this mark came right after that of the other. */
  boolean follows(CommitMark other) {
    return value >>> 16 == (other.value & HALF);
  }
}
