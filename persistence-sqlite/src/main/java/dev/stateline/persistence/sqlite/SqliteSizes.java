package dev.stateline.persistence.sqlite;

import dev.stateline.persistence.sql.schema.SchemaStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** What a database file has to say of itself. */
final class SqliteSizes implements SchemaStatus.Sizes {

  @Override
  public String engine(Connection connection) throws SQLException {
    return "SQLite " + connection.getMetaData().getDatabaseProductVersion();
  }

  @Override
  public OptionalLong table(Connection connection, String table) throws SQLException {
    return SchemaStatus.number(
        connection,
        "SELECT sum(pgsize) FROM dbstat JOIN sqlite_schema USING (name) WHERE tbl_name = '"
            + table
            + "'");
  }

  @Override
  public OptionalLong database(Connection connection) throws SQLException {
    return SchemaStatus.number(
        connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  }
}
