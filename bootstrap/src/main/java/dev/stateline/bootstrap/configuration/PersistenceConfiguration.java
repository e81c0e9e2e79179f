package dev.stateline.bootstrap.configuration;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.spi.Secret;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The section {@code simulation.state_management.persistence}, as it is in force.
 *
 * @param type which adapter; {@code memory} where persistence is not enabled
 * @param connection where the database is, in the adapter's own keys; never a secret
 * @param password that {@code STATELINE_DB_PASSWORD} holds
 */
public record PersistenceConfiguration(
    String type,
    Map<String, String> connection,
    Optional<Secret> password,
    PersistenceOptions options) {

  /** The section's path in the file. */
  public static final String SECTION = Key.SECTION;

  /**
   * @throws InvalidInputException INVALID_CONFIGURATION if the type is empty
   */
  public PersistenceConfiguration {
    if (type.isBlank()) {
      throw new InvalidInputException(ErrorCode.INVALID_CONFIGURATION, "type must not be empty");
    }
    connection = Collections.unmodifiableMap(new TreeMap<>(connection));
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(options, "options");
  }

  /** Whether what is written is still there when the program has ended. */
  public boolean isKept() {
    return !type.equals(ConfigurationLoader.MEMORY);
  }

  /** The settings that an adapter opens the database with. */
  public PersistenceSettings settings(AccessMode mode) {
    return PersistenceSettings.at(connection, mode)
        .password(password)
        .poolSize(options.poolSize())
        .compressStates(options.compressStates())
        .queryable(options.queryable())
        .cacheMegabytes(options.cacheMb())
        .build();
  }
}
