package dev.stateline.persistence.postgres;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.persistence.sql.dialect.Reason;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of the server or of the way to it. Its SQLState, or the first two characters of that,
 * which tell the kind, say what it means. The table is in {@code docs/how-to/postgresql.md}.
 */
final class ServerError {

  /** A serialization failure (on a standby also a conflict with what it replays), a deadlock. */
  private static final Set<String> RACES = Set.of("40001", "40P01");

  /** A statement took too long, or waited too long for a lock. */
  private static final Set<String> LIMITS = Set.of("57014", "55P03");

  /** The server ended a transaction, and the connection with it. */
  private static final Set<String> CUT_TRANSACTIONS = Set.of("25P03", "25P04");

  /** The server shuts down, starts, or has just been told to let go of this connection. */
  private static final Set<String> CUT_CONNECTIONS = Set.of("57P01", "57P02", "57P05", "08006");

  private static final String PASSWORDS =
      "a password comes from STATELINE_DB_PASSWORD, password_file or ~/.pgpass";

  /**
   * The server names the table in its words only; in another language these are told as they are.
   */
  private static final Pattern NO_TABLE =
      Pattern.compile(".*relation \"(?:.*\\.)?(.+)\" does not exist.*");

  private final SQLException error;
  private final String database;
  private final String state;

  /**
   * @param database what and where the database is, for the message
   */
  ServerError(SQLException error, String database) {
    this.error = error;
    this.database = database;
    this.state = state(error);
  }

  /** Whether the connection is gone. */
  static boolean isConnectionLost(SQLException error) {
    String state = state(error);
    return state.startsWith("08") || state.startsWith("57P") || CUT_TRANSACTIONS.contains(state);
  }

  /** Whether another transaction won. */
  static boolean isLostRace(SQLException error) {
    return RACES.contains(state(error));
  }

  /** Whether a limit of the server, the database or the role ended a statement. */
  static boolean isLimit(SQLException error) {
    return LIMITS.contains(state(error));
  }

  /** Whether what was done in one transaction may pass when it is done again at once. */
  static boolean mayPassAgain(SQLException error) {
    String state = state(error);
    return RACES.contains(state)
        || CUT_TRANSACTIONS.contains(state)
        || CUT_CONNECTIONS.contains(state);
  }

  private static String state(SQLException error) {
    return error.getSQLState() == null ? "" : error.getSQLState();
  }

  StatelineException meaning() {
    return switch (state) {
      case "40001", "40P01" ->
          busy("lets other work go first, each time that this was tried", "try again");
      case "55P03" -> busy("is locked by other work", "try again when that is done");
      case "57014" ->
          busy(
              "did not answer in time",
              "try again, or raise connection.statement_timeout_seconds and the role's"
                  + " statement_timeout");
      case "25006" ->
          unusable("is read-only", "connect to a server and a database that may be written");
      case "25P03", "25P04" ->
          unavailable(
              "ended a transaction that took too long", "what was committed is safe; resume");
      case "08004" -> unusable("refuses the connection", PASSWORDS);
      case "28000" -> unusable("does not let the role in", "check username, and pg_hba.conf there");
      case "08P01" ->
          unusable(
              "is reached through something that does not speak as a server does",
              "check host, port and pooler");
      case "26000", "42P05" -> forgetful();
      case "53300" ->
          unavailable(
              "has no connection left",
              "end other programs, lower options.pool_size, or raise the limit of the role, the"
                  + " database or the server");
      case "53100" -> unavailable("has no room left on its disk", "make room, and resume");
      case "57P03" -> unavailable("is starting, or shutting down", "try again in a moment");
      case "57P04", "55006" -> unavailable("is being dropped", "choose another database");
      case "22P05", "22021" -> unstorable();
      case "42P07", "42710", "42723" ->
          unusable("has a name of Stateline's in use", "choose another database or schema");
      case "XX001", "XX002" ->
          corrupt("the server finds its files damaged (" + words() + "); restore a backup");
      default -> ofClass();
    };
  }

  private StatelineException forgetful() {
    return unusable(
        "lies behind a pooler that does not keep prepared statements",
        "set connection.prepared_statements to off");
  }

  /** By the first two characters of the SQLState. */
  private StatelineException ofClass() {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" -> unreachable();
      case "28" -> unusable("refuses the role or its password", PASSWORDS);
      case "3D" -> unusable("does not exist", "make it with 'createdb'");
      case "3F" -> unusable("lacks a schema", "check connection.schema");
      case "0A" -> unusable("cannot do what Stateline needs", "use PostgreSQL 13 or later");
      case "42" -> refusal();
      case "23" ->
          corrupt(
              "rows do not fit each other ("
                  + words()
                  + "); remove triggers that are not Stateline's, and run 'stateline verify'");
      case "53" -> unavailable("lacks memory or other means", "ease its load, and try again");
      case "54" -> unusable("has reached a limit of PostgreSQL's", "raise it, or choose another");
      case "55" -> unusable("is not in a state to be used", "ask its administrator");
      case "58", "F0" ->
          unavailable("has trouble with its system or files", "ask its administrator");
      case "P0", "44" -> unusable("has a trigger or rule that refuses", "remove it");
      case "XX" -> unavailable("reports a fault of its own", "ask its administrator");
      default -> error instanceof SQLTransientConnectionException ? unreachable() : unexpected();
    };
  }

  private StatelineException refusal() {
    if (state.equals("42501")) {
      return unusable("refuses", "check the role's rights");
    }
    Matcher table = NO_TABLE.matcher(words());
    if (state.equals("42P01") && table.matches()) {
      return CorruptDataException.lostTable(database, table.group(1), error);
    }
    return new CorruptDataException(
        database, "(schema)", "a table or column is not as it was made (" + words() + ")", error);
  }

  /** Names and messages are texts of the server; documents are bytes. */
  private StatelineException unstorable() {
    return unusable(
        "has an encoding that cannot hold a name or message with such characters",
        "use a database with encoding UTF8");
  }

  private StatelineException unexpected() {
    return new FailureException(
        ErrorCode.INTERNAL_ERROR,
        "work on " + database + " failed: " + words() + " (SQLState " + state + ")",
        error);
  }

  private UnavailableException unreachable() {
    return new UnavailableException(
        ErrorCode.DATABASE_UNAVAILABLE,
        database + " cannot be reached (" + deepest() + "); what was committed is safe",
        error);
  }

  private CorruptDataException corrupt(String problem) {
    return new CorruptDataException(database, "(storage)", problem, error);
  }

  private UnavailableException busy(String problem, String remedy) {
    return because(ErrorCode.DATABASE_BUSY, problem, remedy);
  }

  private UnavailableException unavailable(String problem, String remedy) {
    return because(ErrorCode.DATABASE_UNAVAILABLE, problem, remedy);
  }

  private UnavailableException unusable(String problem, String remedy) {
    return because(ErrorCode.DATABASE_UNUSABLE, problem, remedy);
  }

  private UnavailableException because(ErrorCode code, String problem, String remedy) {
    return new UnavailableException(
        code, database + " " + problem + " (" + deepest() + "); " + remedy, error);
  }

  /** What the deepest error says that says anything: those above it speak of pools and attempts. */
  private String deepest() {
    String words = words();
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        words = oneLine(cause);
      }
    }
    return words;
  }

  private String words() {
    return oneLine(error);
  }

  private static String oneLine(Throwable error) {
    return Reason.of(error).replaceAll("\\s+", " ").strip();
  }
}
