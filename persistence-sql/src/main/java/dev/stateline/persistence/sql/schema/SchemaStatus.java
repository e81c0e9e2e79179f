package dev.stateline.persistence.sql.schema;

import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.spi.DatabaseStatus.TableSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Puts a database's status together; what differs between databases is given. */
public final class SchemaStatus {

  private final Schema schema;
  private final Sizes sizes;

  /** What differs between databases. */
  public interface Sizes {

    /** The engine and its version. */
    String engine(Connection connection) throws SQLException;

    /** What a table takes with its indexes, where that can be told. */
    OptionalLong table(Connection connection, String table) throws SQLException;

    /** What the whole database takes. */
    OptionalLong database(Connection connection) throws SQLException;

    /** Whether the rows of a table may be counted. */
    default boolean isReadable(Connection connection, String table) throws SQLException {
      return true;
    }
  }

  public SchemaStatus(Schema schema, Sizes sizes) {
    this.schema = schema;
    this.sizes = sizes;
  }

  /**
   * Looks, and changes nothing.
   *
   * @param description what and where the database is
   * @throws SQLException if it cannot be read
   */
  public DatabaseStatus of(Connection connection, String description) throws SQLException {
    List<TableSize> tables = new ArrayList<>();
    for (String table : schema.presentTables(connection)) {
      OptionalLong rows =
          sizes.isReadable(connection, table)
              ? number(connection, "SELECT count(*) FROM " + schema.qualified(table))
              : OptionalLong.empty();
      tables.add(new TableSize(table, rows, sizes.table(connection, table)));
    }
    return new DatabaseStatus(
        description,
        sizes.engine(connection),
        schema.changes(connection),
        tables,
        sizes.database(connection));
  }

  /**
   * Asks for one number; empty if the answer is none.
   *
   * @throws SQLException if the question cannot be answered
   */
  public static OptionalLong number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      if (!rows.next()) {
        return OptionalLong.empty();
      }
      long number = rows.getLong(1);
      return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
  }
}
