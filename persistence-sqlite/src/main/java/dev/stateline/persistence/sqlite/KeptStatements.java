package dev.stateline.persistence.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps statements prepared after they are closed, for whoever prepares the same
 * text again: to prepare one takes longer than to run it. SQLite prepares one anew by itself when
 * the schema has changed. Not thread-safe, as the pool lends it to one thread at a time.
 */
final class KeptStatements extends JDBC4Connection {

  /** More than Stateline has texts that recur. */
  private static final int MOST = 64;

  /** Bytes of one value that may stay bound to a statement that nobody has in hand. */
  private static final int MOST_HELD = 1 << 16;

  /** Those that nobody has in hand, the one that was closed last at the end. */
  private final Map<String, Kept> free = new LinkedHashMap<>();

  KeptStatements(Path file, SQLiteConfig config) throws SQLException {
    // Absolute, so that no path means memory, a resource or a URL to the driver.
    super(
        "jdbc:sqlite:" + file.toAbsolutePath(),
        file.toAbsolutePath().toString(),
        config.toProperties());
  }

  @Override
  public PreparedStatement prepareStatement(
      String sql, int resultSetType, int concurrency, int holdability) throws SQLException {
    checkCursor(resultSetType, concurrency, holdability);
    Kept kept = free.remove(sql);
    if (kept == null) {
      return new Kept(sql);
    }
    kept.inHand = true;
    return kept;
  }

  private void keep(Kept statement) throws SQLException {
    Kept same = free.put(statement.text, statement);
    if (same != null) {
      same.end();
    }
    if (free.size() > MOST) {
      free.remove(free.keySet().iterator().next()).end();
    }
  }

  private final class Kept extends JDBC4PreparedStatement {

    private final String text;
    private boolean inHand = true;

    /** Null before the first rows. */
    private String[] columns;

    Kept(String text) throws SQLException {
      super(KeptStatements.this, text);
      this.text = text;
    }

    /** The names of its columns are asked for once, instead of one by one each time. */
    @Override
    public ResultSet getResultSet() throws SQLException {
      rs.colsMeta = columns;
      ResultSet rows = super.getResultSet();
      columns = rs.colsMeta;
      return rows;
    }

    /** Lets go of what was read and bound: a statement in midst of its rows pins the log. */
    @Override
    public void close() throws SQLException {
      if (!inHand) {
        return;
      }
      inHand = false;
      // The driver ends a statement by itself after some errors.
      if (pointer.isClosed() || KeptStatements.this.isClosed()) {
        end();
        return;
      }
      rs.close();
      pointer.safeRunInt(DB::reset);
      forget();
      keep(this);
    }

    /**
     * The next one binds anew all that was bound. To clear it makes SQLite prepare the statement
     * once more, which takes three times as long as to read a turn: that is done only to give much
     * memory back.
     */
    private void forget() throws SQLException {
      if (batch == null) {
        return;
      }
      boolean holdsMuch =
          Arrays.stream(batch)
              .anyMatch(value -> value instanceof byte[] bytes && bytes.length > MOST_HELD);
      if (holdsMuch) {
        clearParameters();
      } else {
        Arrays.fill(batch, null);
      }
    }

    private void end() throws SQLException {
      super.close();
    }
  }
}
