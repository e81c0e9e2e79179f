package dev.stateline.persistence.sql.schema;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The schema that this program knows, and its coming about in a database. The caller holds a lock
 * of its own around {@link #migrate}, which is why a lock row that a killed program left behind is
 * simply released.
 */
public final class Schema {

  private static final String CHANGELOG = "dev/stateline/persistence/sql/changelog.xml";

  // Held here, because a logger that nobody refers to forgets its level.
  private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

  private final List<String> known;

  /** How a database's schema stands to the one that this program knows. */
  public enum Standing {
    /** There is no schema of Stateline's. */
    ABSENT,
    /** Some of the program's changes are still to be made. */
    BEHIND,
    /** It is the one that the program knows. */
    CURRENT
  }

  /**
   * @param dbms the database's name as the changelog has it, for example {@code sqlite}
   */
  public Schema(String dbms) {
    this.known = readKnown(dbms);
  }

  /** The changes that make up the schema, from the first on. */
  public List<String> known() {
    return known;
  }

  /**
   * Looks, and changes nothing.
   *
   * @param database what and where it is, for the message
   * @throws UnavailableException SCHEMA_UNSUPPORTED if it holds changes that this program does not
   *     know
   * @throws SQLException if it cannot be read
   */
  public Standing standing(Connection connection, String database) throws SQLException {
    Set<String> applied = applied(connection);
    Set<String> unknown = new LinkedHashSet<>(applied);
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new UnavailableException(
          ErrorCode.SCHEMA_UNSUPPORTED,
          database
              + " was written by a newer version of Stateline (its schema has "
              + String.join(", ", unknown)
              + "); use that version, or a later one");
    }
    if (applied.isEmpty()) {
      return Standing.ABSENT;
    }
    return applied.containsAll(known) ? Standing.CURRENT : Standing.BEHIND;
  }

  private static Set<String> applied(Connection connection) throws SQLException {
    Set<String> applied = new LinkedHashSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      boolean found = false;
      while (tables.next()) {
        found |= tables.getString("TABLE_NAME").equalsIgnoreCase("databasechangelog");
      }
      if (!found) {
        return applied;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet ids =
            statement.executeQuery(
                "SELECT id FROM databasechangelog WHERE author = 'stateline'"
                    + " ORDER BY orderexecuted")) {
      while (ids.next()) {
        applied.add(ids.getString(1));
      }
    }
    return applied;
  }

  /**
   * Makes the changes that are still to be made.
   *
   * @param connection used for nothing else; the caller closes it
   * @throws SQLException if the database refuses a change
   */
  public void migrate(Connection connection) throws SQLException {
    LIQUIBASE_LOG.setLevel(Level.WARNING);
    try {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false),
          () -> update(connection));
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          throw sql;
        }
      }
      throw new FailureException(
          ErrorCode.INTERNAL_ERROR,
          "the schema could not be brought up to date: " + e.getMessage(),
          e);
    }
  }

  private static void update(Connection connection) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
    Liquibase liquibase =
        new Liquibase(
            CHANGELOG, new ClassLoaderResourceAccessor(Schema.class.getClassLoader()), database);
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.update(new Contexts());
  }

  /** Read without Liquibase, which takes longer to start than most commands take in all. */
  private static List<String> readKnown(String dbms) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Set<String> ids = new LinkedHashSet<>();
    try (InputStream in = Schema.class.getClassLoader().getResourceAsStream(CHANGELOG)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("changeSet")
            && isFor(dbms, xml.getAttributeValue(null, "dbms"))) {
          ids.add(xml.getAttributeValue(null, "id"));
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("the changelog inside the program is damaged", e);
    }
    return List.copyOf(ids);
  }

  private static boolean isFor(String dbms, String only) {
    return only == null || only.equals(dbms);
  }
}
