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
 * @param password of {@code STATELINE_DB_PASSWORD}
 */
public record PersistenceConfiguration(
    String type,
    Map<String, String> connection,
    Optional<Secret> password,
    PersistenceOptions options) {

  /** Where its settings stand in the file. */
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

  /** What the adapter is told. */
  public PersistenceSettings settings(AccessMode mode) {
    return new PersistenceSettings(
        connection,
        password,
        options.poolSize(),
        options.compressStates(),
        options.queryable(),
        mode);
  }
}
