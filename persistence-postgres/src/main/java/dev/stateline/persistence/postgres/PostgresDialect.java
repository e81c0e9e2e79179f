package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import dev.stateline.persistence.sql.dialect.WholeWrites;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandler;

/** What differs on PostgreSQL: it has a type for ids, and errors have SQLStates. */
final class PostgresDialect implements SqlDialect {

  private final String schema;
  private final int statementTimeoutSeconds;
  private final int majorVersion;

  /**
   * @param schema the schema that holds everything, quoted
   * @param majorVersion the server's
   */
  PostgresDialect(String schema, int statementTimeoutSeconds, int majorVersion) {
    this.schema = schema;
    this.statementTimeoutSeconds = statementTimeoutSeconds;
    this.majorVersion = majorVersion;
  }

  @Override
  public String schema() {
    return schema;
  }

  /**
   * A subquery with an offset is asked row by row: a plan for all rows would read every partition.
   */
  @Override
  public String turnOfPlace() {
    return turnOfPlace(schema);
  }

  static String turnOfPlace(String schema) {
    return "LEFT JOIN LATERAL (SELECT * FROM "
        + schema
        + ".turns u WHERE u.segment = c.segment AND u.turn_number = c.turn_number OFFSET 0) t"
        + " ON TRUE";
  }

  @Override
  public TypeHandler<UUID> ids() {
    return new UuidTypeHandler();
  }

  @Override
  public void bind(PreparedStatement statement, int parameter, Projection projection)
      throws SQLException {
    JsonbParameter.bind(statement, parameter, projection);
  }

  @Override
  public TransactionFactory statementReads() {
    return new StatementReads(statementTimeoutSeconds);
  }

  @Override
  public TransactionFactory readTransactions() {
    return LocalSettings.ofReads(statementTimeoutSeconds);
  }

  @Override
  public TransactionFactory writeTransactions() {
    return LocalSettings.ofWrites(statementTimeoutSeconds);
  }

  @Override
  public Optional<WholeWrites> wholeWrites() {
    return Optional.of(
        new WholeWrites(
            LocalSettings.ofWholeWrites(statementTimeoutSeconds, majorVersion),
            new WholeTransactions()));
  }

  @Override
  public List<Defect> structure(Connection connection) throws SQLException {
    return new PostgresStructure(connection, schema).defects();
  }

  @Override
  public boolean leavesOutcomeUnknown(SQLException error) {
    return ServerError.isConnectionLost(error);
  }

  @Override
  public boolean losesRace(SQLException error) {
    return ServerError.isLostRace(error);
  }

  @Override
  public boolean meetsLimit(SQLException error) {
    return ServerError.isLimit(error);
  }

  @Override
  public StatelineException translate(SQLException error, String database) {
    return new ServerError(error, database).meaning();
  }
}
