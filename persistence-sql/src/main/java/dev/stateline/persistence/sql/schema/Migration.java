package dev.stateline.persistence.sql.schema;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.persistence.sql.dialect.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database's schema up to date by Liquibase, in one transaction. */
final class Migration {

  // Held here, because a logger that nobody refers to forgets its level.
  private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

  private final String changelogFile;
  private final Schema schema;
  private final int partitions;

  Migration(String changelogFile, Schema schema, int partitions) {
    this.changelogFile = changelogFile;
    this.schema = schema;
    this.partitions = partitions;
  }

  void run(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    // What goes wrong is thrown; it would be told again for each thing that then goes wrong as
    // well.
    LIQUIBASE_LOG.setLevel(Level.OFF);
    try {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false),
          () -> update(connection));
      connection.commit();
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          throw sql;
        }
      }
      throw new FailureException(
          ErrorCode.INTERNAL_ERROR,
          "the schema could not be brought up to date: " + Reason.of(e),
          e);
    }
  }

  private void update(Connection connection) throws LiquibaseException, SQLException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new OneTransaction(connection));
    if (database instanceof PostgresDatabase) {
      // It would write the local time of whoever migrates.
      database.setCurrentDateTimeFunction("timezone('UTC', now())");
      database.setDefaultSchemaName(schema.name());
      database.setLiquibaseSchemaName(schema.name());
    }
    LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
    Liquibase liquibase =
        new Liquibase(
            changelogFile,
            new ClassLoaderResourceAccessor(Schema.class.getClassLoader()),
            database);
    liquibase.setChangeLogParameter("schema", schema.quoted());
    liquibase.setChangeLogParameter("partitions", partitions);
    liquibase.setChangeLogParameter(
        "partitioning", partitions == 0 ? "" : "PARTITION BY HASH (segment)");
    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
    liquibase.update(new Contexts());
  }
}
