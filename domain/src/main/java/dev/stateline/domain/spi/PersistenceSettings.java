package dev.stateline.domain.spi;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a database is to be opened.
 *
 * @param connection where it is, in the adapter's own keys, for example {@code path}
 * @param password for databases that ask for one; never a part of the connection settings
 * @param poolSize connections for readers at the most, 1 or more
 * @param compressStates whether documents are stored compressed
 * @param queryable whether documents are also stored as JSON that SQL can look into; without effect
 *     where there is no SQL
 * @param accessMode what it is opened for
 */
public record PersistenceSettings(
    Map<String, String> connection,
    Optional<Secret> password,
    int poolSize,
    boolean compressStates,
    boolean queryable,
    AccessMode accessMode) {

  /** The usual options: no password, 10 connections at the most, documents compressed. */
  public static PersistenceSettings of(Map<String, String> connection, AccessMode accessMode) {
    return new PersistenceSettings(connection, Optional.empty(), 10, true, false, accessMode);
  }

  public PersistenceSettings {
    connection = Collections.unmodifiableMap(new TreeMap<>(connection));
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(accessMode, "accessMode");
    if (poolSize < 1) {
      throw new InvalidInputException("pool_size is 1 or more, not " + poolSize);
    }
  }
}
