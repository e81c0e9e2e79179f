package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a role must be allowed, asked at opening: a run that would fail at its first commit does not
 * begin. All that is missing is named at once.
 */
final class RoleRights {

  private static final List<String> TO_READ = List.of("SELECT");
  private static final List<String> TO_WRITE = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

  private final Connection connection;
  private final String description;
  private final Schema schema;

  RoleRights(Connection connection, String description, Schema schema) {
    this.connection = connection;
    this.description = description;
    this.schema = schema;
  }

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the role may not use the schema
   */
  void requireSchema() throws SQLException {
    String here = schema.quoted();
    if (isFalse("SELECT has_schema_privilege('" + schema.name() + "', 'USAGE')")) {
      throw lacking(
          "may not use schema " + here, "GRANT USAGE ON SCHEMA " + here + " TO " + role());
    }
  }

  /**
   * @param present what is there
   * @throws UnavailableException DATABASE_UNUSABLE if the role may not see whose the schema is, and
   *     which changes it has
   */
  void requireSight(List<String> present) throws SQLException {
    List<String> telling = new ArrayList<>(List.of(Schema.MARK, Schema.HISTORY));
    telling.retainAll(present);
    requireTables(telling, TO_READ);
  }

  boolean maySeeHistory() throws SQLException {
    return "t"
        .equals(
            ask(
                "SELECT has_table_privilege(oid, 'SELECT') FROM pg_class WHERE oid = to_regclass('"
                    + schema.qualified(Schema.HISTORY)
                    + "')"));
  }

  /**
   * @param tables the schema's tables, which are there
   * @throws UnavailableException DATABASE_UNUSABLE if the role may not read, or not write, all of
   *     them
   */
  void requireTables(List<String> tables, boolean writable) throws SQLException {
    requireTables(tables, writable ? TO_WRITE : TO_READ);
    requireAllRows(tables);
  }

  private void requireTables(List<String> tables, List<String> rights) throws SQLException {
    Map<String, StringJoiner> missing = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT t.name, r.name FROM unnest(?) WITH ORDINALITY AS t (name, place),
              unnest(?) WITH ORDINALITY AS r (name, place)
            WHERE NOT has_table_privilege(to_regclass(t.name), r.name) ORDER BY t.place, r.place
            """)) {
      statement.setArray(
          1, connection.createArrayOf("text", tables.stream().map(schema::qualified).toArray()));
      statement.setArray(2, connection.createArrayOf("text", rights.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          missing
              .computeIfAbsent(rows.getString(1), table -> new StringJoiner(", "))
              .add(rows.getString(2));
        }
      }
    }
    if (!missing.isEmpty()) {
      StringJoiner lacks = new StringJoiner("; ");
      missing.forEach((table, what) -> lacks.add(what + " on " + table));
      throw lacking(
          "lacks " + lacks,
          "GRANT "
              + String.join(", ", rights)
              + " ON "
              + String.join(", ", missing.keySet())
              + " TO "
              + role());
    }
  }

  /**
   * @throws UnavailableException DATABASE_UNUSABLE if the role may not make the schema
   */
  void requireToMakeSchema() throws SQLException {
    if (isFalse("SELECT has_database_privilege(current_database(), 'CREATE')")) {
      String database = ask("SELECT quote_ident(current_database())");
      throw lacking(
          "may not make schema " + schema.quoted(),
          "CREATE SCHEMA "
              + schema.quoted()
              + " AUTHORIZATION "
              + role()
              + ", or GRANT CREATE ON DATABASE "
              + database
              + " TO "
              + role());
    }
  }

  /** Row-level security would hide history without a word. */
  private void requireAllRows(List<String> tables) throws SQLException {
    for (String table : tables) {
      if ("t"
          .equals(
              ask("SELECT row_security_active(to_regclass('" + schema.qualified(table) + "'))"))) {
        throw lacking(
            "is shown only some rows of " + schema.qualified(table) + " by row-level security",
            "ALTER TABLE "
                + schema.qualified(table)
                + " DISABLE ROW LEVEL SECURITY, or take a role that bypasses it");
      }
    }
  }

  /**
   * @param tables those of Stateline's that are there already
   * @throws UnavailableException DATABASE_UNUSABLE if the role may not make tables, or not change
   *     those that are there
   */
  void requireToMigrate(List<String> tables) throws SQLException {
    if (isFalse("SELECT has_schema_privilege('" + schema.name() + "', 'CREATE')")) {
      throw lacking(
          "may not make tables in schema " + schema.quoted(),
          "GRANT CREATE ON SCHEMA "
              + schema.quoted()
              + " TO "
              + role()
              + ", or let the tables' owner bring the schema up to date");
    }
    for (String table : tables) {
      if (isFalse(
          "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('"
              + schema.qualified(table)
              + "')")) {
        throw lacking(
            "does not own table " + table + ", whose schema is behind",
            "let its owner bring the schema up to date");
      }
    }
  }

  private boolean isFalse(String question) throws SQLException {
    return "f".equals(ask(question));
  }

  private String role() throws SQLException {
    return ask("SELECT quote_ident(current_user)");
  }

  private String ask(String question) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private UnavailableException lacking(String problem, String remedy) throws SQLException {
    return new UnavailableException(
        ErrorCode.DATABASE_UNUSABLE,
        description + " cannot be used: role " + role() + " " + problem + "; " + remedy);
  }
}
