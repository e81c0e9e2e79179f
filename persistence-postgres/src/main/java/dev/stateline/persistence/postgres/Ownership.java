package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.persistence.sql.schema.Schema;
import dev.stateline.persistence.sql.schema.SchemaRefusals;
import dev.stateline.persistence.sql.schema.SchemaStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whose a schema is: ours by the mark in it with our tables, and never by names. */
final class Ownership {

  private final Connection connection;
  private final String description;
  private final Schema schema;
  private final RoleRights rights;

  Ownership(Connection connection, String description, Schema schema) {
    this.connection = connection;
    this.description = description;
    this.schema = schema;
    this.rights = new RoleRights(connection, description, schema);
  }

  Standing standing() throws SQLException {
    return isOurs() ? schema.standing(connection, description) : Standing.ABSENT;
  }

  /** Whether the schema itself is not there yet. */
  boolean isAbsent() throws SQLException {
    return SchemaStatus.number(
            connection, "SELECT to_regnamespace('" + schema.quoted() + "')::oid::bigint")
        .isEmpty();
  }

  /**
   * Whether there is anything of ours.
   *
   * @throws UnavailableException DATABASE_UNUSABLE if something of our names is there without the
   *     mark: another program's
   */
  boolean isOurs() throws SQLException {
    if (isAbsent()) {
      return false;
    }
    rights.requireSchema();
    List<String> taken = schema.takenNames(connection);
    if (taken.isEmpty()) {
      return false;
    }
    if (taken.contains(Schema.MARK)) {
      rights.requireSight(taken);
      if (isMarked()) {
        requireTables();
        return true;
      }
    } else if (rights.maySeeHistory()) {
      schema.requireReleased(connection, description);
    }
    throw stranger("it has '" + taken.get(0) + "' without Stateline's mark");
  }

  private void requireTables() throws SQLException {
    if (schema.standing(connection) == Standing.ABSENT) {
      throw stranger("it has Stateline's mark, but not Stateline's tables");
    }
  }

  private UnavailableException stranger(String sign) {
    return SchemaRefusals.stranger(
        description,
        sign,
        "choose another database, or a schema of its own with connection.schema");
  }

  /** A table of the mark's name may have any columns. */
  private boolean isMarked() throws SQLException {
    return SchemaStatus.number(
                connection,
                "SELECT count(*) FROM "
                    + schema.qualified(Schema.MARK)
                    + " AS found WHERE to_jsonb(found) ->> 'mark' = 'dev.stateline'")
            .orElse(0)
        > 0;
  }
}
