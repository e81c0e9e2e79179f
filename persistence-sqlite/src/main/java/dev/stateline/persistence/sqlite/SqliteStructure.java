package dev.stateline.persistence.sqlite;

import dev.stateline.domain.turn.Defect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets SQLite look at the whole file. A value that an index holds too is read from the index, so a
 * changed one in the table itself is seen here only; so is a changed name of a column that only SQL
 * of other people reads, through a view.
 */
final class SqliteStructure {

  private static final String SOUND = "ok";
  private static final Pattern INDEX =
      Pattern.compile("(?:index|table) (\\w+)|(?:in|value in) (\\w+)\\.");

  private final Connection connection;
  private final List<String> views;

  /**
   * @param views those that the schema has
   */
  SqliteStructure(Connection connection, List<String> views) {
    this.connection = connection;
    this.views = views;
  }

  List<Defect> defects() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      while (rows.next()) {
        found.add(rows.getString(1).strip());
      }
    }
    List<Defect> defects = new ArrayList<>();
    for (String message : found) {
      if (!message.equals(SOUND)) {
        defects.add(Defect.beside(place(message), "SQLite finds: " + message.replace("\n", "; ")));
      }
    }
    return defects;
  }

  List<Defect> defectsOfViews() {
    List<Defect> defects = new ArrayList<>();
    for (String view : views) {
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT * FROM " + view + " LIMIT 0")) {
        statement.executeQuery().close();
      } catch (SQLException e) {
        defects.add(
            Defect.beside(
                view,
                "the view cannot be read (" + SqliteDialect.reason(e) + "); restore a backup"));
      }
    }
    return defects;
  }

  /** The table that a message speaks of, by itself or by one of its indexes. */
  private String place(String message) throws SQLException {
    Matcher named = INDEX.matcher(message);
    if (!named.find()) {
      return "(file structure)";
    }
    String name = named.group(1) == null ? named.group(2) : named.group(1);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT tbl_name FROM sqlite_schema WHERE name = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "(file structure)";
      }
    }
  }
}
