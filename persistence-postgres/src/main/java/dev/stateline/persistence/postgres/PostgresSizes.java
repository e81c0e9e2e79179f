package dev.stateline.persistence.postgres;

import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.persistence.sql.schema.SchemaStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** What a database on a server has to say of itself. */
final class PostgresSizes implements SchemaStatus.Sizes {

  private final Schema schema;

  PostgresSizes(Schema schema) {
    this.schema = schema;
  }

  /** Without what a packager adds, as in {@code 15.18 (Debian 15.18-0+deb12u1)}. */
  @Override
  public String engine(Connection connection) throws SQLException {
    return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion().split(" ")[0];
  }

  @Override
  public OptionalLong table(Connection connection, String table) throws SQLException {
    String name = schema.qualified(table);
    // A partitioned table is its partitions.
    return SchemaStatus.number(
        connection,
        "SELECT coalesce((SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('"
            + name
            + "')), pg_total_relation_size('"
            + name
            + "'))");
  }

  @Override
  public OptionalLong database(Connection connection) throws SQLException {
    return SchemaStatus.number(connection, "SELECT pg_database_size(current_database())");
  }

  @Override
  public boolean isReadable(Connection connection, String table) throws SQLException {
    return SchemaStatus.number(
                connection,
                "SELECT has_table_privilege('" + schema.qualified(table) + "', 'SELECT')::int")
            .orElse(0)
        == 1;
  }
}
