package dev.stateline.domain.spi;

import dev.stateline.domain.error.InvalidInputException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** How a database is to be opened. Immutable. */
public final class PersistenceSettings {

  private final Map<String, String> connection;
  private final Optional<Secret> password;
  private final int poolSize;
  private final boolean compressStates;
  private final boolean queryable;
  private final int cacheMegabytes;
  private final AccessMode accessMode;

  private PersistenceSettings(Builder builder) {
    this.connection = Collections.unmodifiableMap(new TreeMap<>(builder.connection));
    this.password = builder.password;
    this.poolSize = builder.poolSize;
    this.compressStates = builder.compressStates;
    this.queryable = builder.queryable;
    this.cacheMegabytes = builder.cacheMegabytes;
    this.accessMode = builder.accessMode;
  }

  /**
   * The usual options: no password, 10 connections at the most, documents compressed, 64 megabytes
   * for states that were read.
   */
  public static PersistenceSettings of(Map<String, String> connection, AccessMode accessMode) {
    return at(connection, accessMode).build();
  }

  /**
   * Begins settings with the usual options.
   *
   * @param connection where it is, in the adapter's own keys, for example {@code path}
   * @param accessMode what it is opened for
   */
  public static Builder at(Map<String, String> connection, AccessMode accessMode) {
    return new Builder(connection, accessMode);
  }

  /** Begins settings that are like these. */
  public Builder but() {
    return at(connection, accessMode)
        .password(password)
        .poolSize(poolSize)
        .compressStates(compressStates)
        .queryable(queryable)
        .cacheMegabytes(cacheMegabytes);
  }

  /** Where it is, in the adapter's own keys, for example {@code path}; sorted. */
  public Map<String, String> connection() {
    return connection;
  }

  /** For databases that ask for one; never a part of the connection settings. */
  public Optional<Secret> password() {
    return password;
  }

  /** Connections for readers at the most, 1 or more. */
  public int poolSize() {
    return poolSize;
  }

  /** Whether documents are stored compressed. */
  public boolean compressStates() {
    return compressStates;
  }

  /**
   * Whether documents are also stored as JSON that SQL can look into; without effect where there is
   * no SQL.
   */
  public boolean queryable() {
    return queryable;
  }

  /**
   * Megabytes (of 2^20 bytes) at the most for states that were read, so that the next read needs
   * not make them again; 0 for none.
   */
  public int cacheMegabytes() {
    return cacheMegabytes;
  }

  /** What it is opened for. */
  public AccessMode accessMode() {
    return accessMode;
  }

  /** Puts settings together. Not thread-safe. */
  public static final class Builder {
    private final Map<String, String> connection;
    private Optional<Secret> password = Optional.empty();
    private int poolSize = 10;
    private boolean compressStates = true;
    private boolean queryable;
    private int cacheMegabytes = 64;
    private AccessMode accessMode;

    private Builder(Map<String, String> connection, AccessMode accessMode) {
      this.connection = Objects.requireNonNull(connection, "connection");
      this.accessMode = Objects.requireNonNull(accessMode, "accessMode");
    }

    public Builder accessMode(AccessMode mode) {
      this.accessMode = Objects.requireNonNull(mode, "mode");
      return this;
    }

    public Builder password(Optional<Secret> secret) {
      this.password = Objects.requireNonNull(secret, "secret");
      return this;
    }

    /**
     * @throws InvalidInputException if it is below 1
     */
    public Builder poolSize(int connections) {
      if (connections < 1) {
        throw new InvalidInputException("pool_size is 1 or more, not " + connections);
      }
      this.poolSize = connections;
      return this;
    }

    public Builder compressStates(boolean compress) {
      this.compressStates = compress;
      return this;
    }

    public Builder queryable(boolean project) {
      this.queryable = project;
      return this;
    }

    /**
     * @throws InvalidInputException if it is below 0
     */
    public Builder cacheMegabytes(int megabytes) {
      if (megabytes < 0) {
        throw new InvalidInputException("cache_mb is 0 or more, not " + megabytes);
      }
      this.cacheMegabytes = megabytes;
      return this;
    }

    public PersistenceSettings build() {
      return new PersistenceSettings(this);
    }
  }
}
