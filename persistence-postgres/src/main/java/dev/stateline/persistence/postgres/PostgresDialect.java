package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.Projection;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.type.TypeHandler;

/** What differs on PostgreSQL: it has a type for ids, and errors have SQLStates. */
final class PostgresDialect implements SqlDialect {

  private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014");

  /**
   * The server answered, and said no: no password was given, or pg_hba.conf has no place for us.
   */
  private static final String REJECTED = "08004";

  private static final String NO_RIGHT = "42501";

  /**
   * A named statement is unknown, or known already: another session answers than the one before.
   */
  private static final Set<String> ANOTHER_SESSION = Set.of("26000", "42P05");

  private static final String WHERE_PASSWORDS_COME_FROM =
      "; a password comes from STATELINE_DB_PASSWORD, password_file or ~/.pgpass";

  private final String schema;
  private final int statementTimeoutSeconds;

  /**
   * @param schema the schema that holds everything, quoted
   */
  PostgresDialect(String schema, int statementTimeoutSeconds) {
    this.schema = schema;
    this.statementTimeoutSeconds = statementTimeoutSeconds;
  }

  @Override
  public String schema() {
    return schema;
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
  public boolean leavesOutcomeUnknown(SQLException error) {
    return isConnectionLost(state(error));
  }

  @Override
  public StatelineException translate(SQLException error, String database) {
    return meaning(error, database);
  }

  /** As {@link #translate}, also before there is a schema. */
  static StatelineException meaning(SQLException error, String database) {
    String state = state(error);
    if (BUSY.contains(state)) {
      return new UnavailableException(
          ErrorCode.DATABASE_BUSY,
          database + " did not answer in time: " + error.getMessage() + "; try again",
          error);
    }
    if (state.equals(REJECTED)) {
      return unusable(
          database + " refuses the connection: " + oneLine(error) + WHERE_PASSWORDS_COME_FROM,
          error);
    }
    if (ANOTHER_SESSION.contains(state)) {
      return unusable(
          database
              + " lies behind a pooler that does not keep prepared statements ("
              + oneLine(error)
              + "); set connection.prepared_statements to off",
          error);
    }
    if (isConnectionLost(state) || error instanceof SQLTransientConnectionException) {
      return new UnavailableException(
          ErrorCode.DATABASE_UNAVAILABLE,
          database + " cannot be reached (" + reason(error) + "); what was committed is safe",
          error);
    }
    return ofClass(state, error, database);
  }

  /** By the first two characters of the SQLState, which tell the kind of error. */
  private static StatelineException ofClass(String state, SQLException error, String database) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "28" ->
          unusable(
              database + " refuses the role or its password" + WHERE_PASSWORDS_COME_FROM, error);
      case "3D" -> unusable(database + " does not exist; make it with 'createdb'", error);
      case "42" ->
          unusable(
              database
                  + " refuses: "
                  + oneLine(error)
                  + (state.equals(NO_RIGHT) ? "; check the role's rights" : ""),
              error);
      case "53" -> unusable(database + " has no room left: " + oneLine(error), error);
      case "XX" ->
          new CorruptDataException(
              database, "(storage)", "the server reports: " + oneLine(error), error);
      default ->
          new FailureException(
              ErrorCode.INTERNAL_ERROR,
              "work on " + database + " failed: " + oneLine(error) + " (SQLState " + state + ")",
              error);
    };
  }

  /** Connection exceptions, and the server's own end: 57P01 to 57P03. */
  private static boolean isConnectionLost(String state) {
    return state.startsWith("08") || state.startsWith("57P");
  }

  private static String state(SQLException error) {
    return error.getSQLState() == null ? "" : error.getSQLState();
  }

  /** What the deepest error says that says anything: those above it speak of pools and attempts. */
  private static String reason(Throwable error) {
    String reason = oneLine(error);
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        reason = oneLine(cause);
      }
    }
    return reason;
  }

  private static String oneLine(Throwable error) {
    return String.valueOf(error.getMessage()).replaceAll("\\s+", " ").strip();
  }

  private static UnavailableException unusable(String message, SQLException cause) {
    return new UnavailableException(ErrorCode.DATABASE_UNUSABLE, message, cause);
  }
}
