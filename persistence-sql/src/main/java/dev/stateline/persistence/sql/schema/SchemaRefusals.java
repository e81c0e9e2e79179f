package dev.stateline.persistence.sql.schema;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.DatabaseStatus.Standing;

/** Why a database is not opened, in the same words for every kind of database. */
public final class SchemaRefusals {

  private SchemaRefusals() {}

  /**
   * What is said when a database is opened for reading whose schema is not the program's.
   *
   * @param standing how it stands
   */
  public static StatelineException unreadable(Standing standing, String database) {
    return switch (standing) {
      case ABSENT -> absent(database);
      case UNRECORDED ->
          behind(
              database,
              " has Stateline's tables, but lost the record of the changes that made them");
      default ->
          behind(database, " has the schema of an older version, and reading never changes it");
    };
  }

  private static NotFoundException absent(String database) {
    return new NotFoundException(
        ErrorCode.DATABASE_NOT_FOUND,
        database + " holds nothing of Stateline's yet",
        ErrorDetails.of(ErrorField.DATABASE, database).with(Remedy.RUN_FIRST),
        null);
  }

  private static UnavailableException behind(String database, String problem) {
    return new UnavailableException(
        ErrorCode.SCHEMA_UNSUPPORTED,
        database + problem,
        ErrorDetails.of(ErrorField.DATABASE, database).with(Remedy.MIGRATE),
        null);
  }

  /**
   * What is said of a database that has something in it which we did not make.
   *
   * @param sign what tells it
   * @param wayOut what to do
   */
  public static UnavailableException stranger(String database, String sign, String wayOut) {
    return new UnavailableException(
        ErrorCode.DATABASE_UNUSABLE,
        database + " belongs to another program (" + sign + "); nothing was written; " + wayOut,
        ErrorDetails.of(ErrorField.DATABASE, database),
        null);
  }
}
