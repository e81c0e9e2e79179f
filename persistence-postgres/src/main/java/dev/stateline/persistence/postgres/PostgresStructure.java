package dev.stateline.persistence.postgres;

import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets PostgreSQL's extension amcheck look at the indexes, where somebody installed it and the role
 * may call it: an index that does not hold its table's values answers queries with wrong rows. It
 * is asked in a transaction.
 */
final class PostgresStructure {

  private static final String NO_RIGHT = "42501";
  private static final String DAMAGED = "XX";

  private final Connection connection;
  private final String schema;

  /**
   * @param schema quoted
   */
  PostgresStructure(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  private record Index(String oid, String table) {}

  List<Defect> defects() throws SQLException {
    Optional<String> amcheck = amcheck();
    List<Defect> defects = new ArrayList<>();
    if (amcheck.isPresent()) {
      for (Index index : indexes()) {
        check(amcheck.get(), index).ifPresent(defects::add);
      }
    }
    return defects;
  }

  /** The schema of the extension, quoted. */
  private Optional<String> amcheck() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT quote_ident(n.nspname) FROM pg_extension e"
                    + " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'amcheck'")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  private List<Index> indexes() throws SQLException {
    List<Index> indexes = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT i.indexrelid, t.relname FROM pg_index i
            JOIN pg_class t ON t.oid = i.indrelid
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_am a ON a.oid = x.relam
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE '"' || replace(n.nspname, '"', '""') || '"' = ? AND a.amname = 'btree' AND x.relkind = 'i' AND i.indisvalid
            ORDER BY t.relname, x.relname
            """)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          indexes.add(new Index(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return indexes;
  }

  /**
   * A finding of the extension's is an error, which would end the transaction that it is asked in.
   */
  private Optional<Defect> check(String amcheck, Index index) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SAVEPOINT before_index");
      try {
        statement.execute(
            "SELECT " + amcheck + ".bt_index_check(" + index.oid() + "::regclass, true)");
        return Optional.empty();
      } catch (SQLException e) {
        Optional<Defect> finding = finding(index, e);
        statement.execute("ROLLBACK TO SAVEPOINT before_index");
        return finding;
      }
    }
  }

  private static Optional<Defect> finding(Index index, SQLException error) throws SQLException {
    String state = String.valueOf(error.getSQLState());
    if (state.startsWith(DAMAGED)) {
      return Optional.of(
          Defect.beside(
              index.table(),
              "PostgreSQL finds: " + Reason.of(error).lines().findFirst().orElse("")));
    }
    if (state.equals(NO_RIGHT)) {
      return Optional.empty();
    }
    throw error;
  }
}
