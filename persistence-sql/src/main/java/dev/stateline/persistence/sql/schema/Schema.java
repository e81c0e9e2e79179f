package dev.stateline.persistence.sql.schema;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus.Standing;
import dev.stateline.domain.spi.SchemaChange;
import dev.stateline.domain.spi.SchemaChange.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema that this program knows, and its coming about in a database. The caller holds a lock
 * of its own around {@link #migrate}, which is why a lock row that a killed program left behind is
 * simply released.
 */
public final class Schema {

  private static final String CHANGELOGS = "dev/stateline/persistence/sql/";

  /** Schemas of before the first release, which nobody has to read. */
  private static final String BEFORE_RELEASE = "0001-foundation";

  /** The table whose row is our mark, where a file's header cannot bear one. */
  public static final String MARK = "stateline_database";

  /** The table of the changes that were made. Liquibase has one more beside it. */
  public static final String HISTORY = "databasechangelog";

  private static final List<String> LIQUIBASES = List.of(HISTORY, "databasechangeloglock");
  private static final Set<String> HISTORY_COLUMNS =
      Set.of("id", "author", "dateexecuted", "orderexecuted");
  private static final String MAIN = "main";
  private static final String[] KINDS = {"TABLE", "PARTITIONED TABLE"};

  private final String changelogFile;
  private final String schema;
  private final List<String> known;
  private final List<String> tables;
  private final List<String> views;

  /**
   * @param dbms the database's name, for example {@code sqlite}
   * @param schema the schema that holds it, as it is spelled; {@code main} on SQLite
   */
  public Schema(String dbms, String schema) {
    this.changelogFile = CHANGELOGS + dbms + ".xml";
    this.schema = schema;
    Changelog changelog = Changelog.read(changelogFile);
    this.known = changelog.changes();
    this.tables = changelog.tables();
    this.views = changelog.views();
  }

  /** Stateline's tables, in lower case, in the order in which they are made. */
  public List<String> tables() {
    return tables;
  }

  /** Stateline's views, in lower case. */
  public List<String> views() {
    return views;
  }

  /**
   * Looks, whatever is there, and changes nothing.
   *
   * @return {@link Standing#ABSENT} also where some of the tables are there without a record
   * @throws SQLException if it cannot be read
   */
  public Standing standing(Connection connection) throws SQLException {
    Standing recorded = SchemaChange.standing(changes(connection));
    return recorded == Standing.ABSENT && presentTables(connection).equals(tables)
        ? Standing.UNRECORDED
        : recorded;
  }

  /**
   * As {@link #standing(Connection)}, of a database that is to be opened.
   *
   * @param database what and where it is, for the message
   * @return never {@link Standing#NEWER}
   * @throws UnavailableException SCHEMA_UNSUPPORTED if it holds changes that this program does not
   *     know
   * @throws SQLException if it cannot be read
   */
  public Standing standing(Connection connection, String database) throws SQLException {
    List<SchemaChange> changes = changes(connection);
    Standing standing = standing(connection);
    requireReleased(changes, database);
    if (standing == Standing.NEWER) {
      throw new UnavailableException(
          ErrorCode.SCHEMA_UNSUPPORTED,
          database
              + " was written by a newer version of Stateline (its schema has "
              + changes.stream()
                  .filter(change -> change.state() == State.UNKNOWN)
                  .map(SchemaChange::id)
                  .collect(Collectors.joining(", "))
              + "); use that version, or a later one");
    }
    return standing;
  }

  /**
   * @throws UnavailableException SCHEMA_UNSUPPORTED if it was written before the first release
   * @throws SQLException if it cannot be read
   */
  public void requireReleased(Connection connection, String database) throws SQLException {
    requireReleased(changes(connection), database);
  }

  private static void requireReleased(List<SchemaChange> changes, String database) {
    if (changes.stream().anyMatch(change -> change.id().equals(BEFORE_RELEASE))) {
      throw new UnavailableException(
          ErrorCode.SCHEMA_UNSUPPORTED,
          database
              + " was written by a version of before the first release, whose schema no version"
              + " reads any more; choose another database");
    }
  }

  /**
   * What a database that this program may not know all changes of looks like; changes nothing.
   *
   * @throws SQLException if it cannot be read
   */
  public List<SchemaChange> changes(Connection connection) throws SQLException {
    Map<String, Optional<Instant>> applied = applied(connection);
    List<SchemaChange> changes = new ArrayList<>();
    for (String id : known) {
      changes.add(
          new SchemaChange(
              id,
              applied.containsKey(id) ? State.APPLIED : State.PENDING,
              applied.getOrDefault(id, Optional.empty())));
    }
    known.forEach(applied::remove);
    applied.forEach((id, at) -> changes.add(new SchemaChange(id, State.UNKNOWN, at)));
    return changes;
  }

  /**
   * Those of {@link #tables} that are there.
   *
   * @throws SQLException if the database cannot be read
   */
  public List<String> presentTables(Connection connection) throws SQLException {
    Set<String> present = names(connection, KINDS);
    return tables.stream().filter(present::contains).toList();
  }

  /**
   * Those names of our tables and views, and of Liquibase's, that something in the database has,
   * whatever it is.
   *
   * @throws SQLException if the database cannot be read
   */
  public List<String> takenNames(Connection connection) throws SQLException {
    Set<String> taken = names(connection, null);
    return Stream.of(tables, views, LIQUIBASES)
        .flatMap(List::stream)
        .filter(taken::contains)
        .toList();
  }

  /** SQLite's driver knows no schemas; others take a pattern. */
  private String metadataSchema() {
    return schema.equals(MAIN) ? null : schema.replace("_", "\\_");
  }

  /** A table of ours, with its schema. */
  public String qualified(String table) {
    return quoted() + "." + table;
  }

  /** The schema's name as it is spelled. */
  public String name() {
    return schema;
  }

  /** The schema's name as SQL has it. */
  public String quoted() {
    return schema.equals(MAIN) ? MAIN : '"' + schema + '"';
  }

  private Set<String> names(Connection connection, String[] kinds) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet found = connection.getMetaData().getTables(null, metadataSchema(), "%", kinds)) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private Set<String> columns(Connection connection, String table) throws SQLException {
    Set<String> columns = new HashSet<>();
    try (ResultSet found =
        connection.getMetaData().getColumns(null, metadataSchema(), table, "%")) {
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return columns;
  }

  private Map<String, Optional<Instant>> applied(Connection connection) throws SQLException {
    Map<String, Optional<Instant>> applied = new LinkedHashMap<>();
    if (!columns(connection, HISTORY).containsAll(HISTORY_COLUMNS)) {
      return applied;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, CAST(dateexecuted AS VARCHAR(40)) FROM "
                    + qualified(HISTORY)
                    + " WHERE author = 'stateline' ORDER BY orderexecuted")) {
      while (rows.next()) {
        applied.put(rows.getString(1), moment(rows.getString(2)));
      }
    }
    return applied;
  }

  /** Liquibase writes them in UTC, without saying so. */
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          LocalDateTime.parse(text.replace(' ', 'T')).truncatedTo(SECONDS).toInstant(UTC));
    } catch (DateTimeParseException e) {
      // Nothing rests on it: a stranger's word for a moment is none.
      return Optional.empty();
    }
  }

  /**
   * Makes the changes that are still to be made, in one transaction: all, or none, and no table of
   * Liquibase's either.
   *
   * @param connection used for nothing else; in its transaction, if one has begun; the caller
   *     closes it
   * @param partitions into how many tables turns are split where the tables are made now; 0 for
   *     none
   * @throws SQLException if the database refuses a change
   */
  public void migrate(Connection connection, int partitions) throws SQLException {
    new Migration(changelogFile, this, partitions).run(connection);
  }
}
