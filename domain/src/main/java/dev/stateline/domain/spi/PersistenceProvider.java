package dev.stateline.domain.spi;

import java.util.List;
import java.util.Optional;

/**
 * The door of a persistence adapter, found with {@link java.util.ServiceLoader} and chosen by the
 * {@code type} in the configuration. It has a public constructor without arguments, and no state.
 */
public interface PersistenceProvider {

  /**
   * The name in the configuration, for example {@code sqlite}: lower-case letters, digits and
   * hyphens.
   */
  String type();

  /**
   * What is wrong with these settings, without opening anything: unknown keys, missing or bad
   * values. All problems at once; empty if there is none.
   */
  List<SettingProblem> check(PersistenceSettings settings);

  /**
   * Opens the database. With {@link AccessMode#READ_WRITE} it is created or upgraded where that is
   * needed.
   *
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_CONFIGURATION if the settings
   *     do not pass {@link #check}
   * @throws dev.stateline.domain.error.NotFoundException DATABASE_NOT_FOUND if it is not there and
   *     the access mode does not create one
   * @throws dev.stateline.domain.error.UnavailableException if it cannot be used; the message says
   *     why
   */
  Persistence open(PersistenceSettings settings);

  /**
   * Looks at a database, and changes nothing: also at one whose schema is behind, newer than this
   * program, or not there yet. The access mode plays no part.
   *
   * @return empty, as by default, for an adapter that has no schema
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_CONFIGURATION if the settings
   *     do not pass {@link #check}
   * @throws dev.stateline.domain.error.NotFoundException DATABASE_NOT_FOUND if there is no database
   * @throws dev.stateline.domain.error.UnavailableException if it cannot be read; the message says
   *     why
   */
  default Optional<DatabaseStatus> status(PersistenceSettings settings) {
    return Optional.empty();
  }

  /**
   * What can be said of where a database lies before it can be opened: because it is not there yet,
   * or is refused. Changes nothing; the access mode plays no part.
   *
   * @return empty, as by default, if that is nothing
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_CONFIGURATION if the settings
   *     do not pass {@link #check}
   * @throws dev.stateline.domain.error.UnavailableException if nothing can be looked at; the
   *     message says why
   */
  default List<Finding> diagnose(PersistenceSettings settings) {
    return List.of();
  }
}
