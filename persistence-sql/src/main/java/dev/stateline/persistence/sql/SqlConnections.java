package dev.stateline.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The two pools of a database: readers, and writers beside them. All connections are in autocommit
 * mode; the dialect begins and ends write transactions. Thread-safe.
 */
public final class SqlConnections implements AutoCloseable {

  /** How long a caller waits for a connection before it is told that there is none. */
  private static final long PATIENCE_MS = 10_000;

  private final HikariDataSource readers;
  private final Optional<HikariDataSource> writers;

  private SqlConnections(HikariDataSource readers, Optional<HikariDataSource> writers) {
    this.readers = readers;
    this.writers = writers;
  }

  /**
   * Opens pools for reading only.
   *
   * @param name what the pools are called in logs
   * @param source makes connections for readers
   * @param size readers at the most, 1 or more
   * @throws SQLException if no connection can be made
   */
  public static SqlConnections forReading(String name, DataSource source, int size)
      throws SQLException {
    return new SqlConnections(readers(name, source, size), Optional.empty());
  }

  /**
   * Opens pools for reading and writing.
   *
   * @param writing makes connections for writers
   * @param writers writers at the most, 1 or more
   * @throws SQLException if no connection can be made
   */
  public static SqlConnections forWriting(
      String name, DataSource reading, int readers, DataSource writing, int writers)
      throws SQLException {
    HikariDataSource writerPool = pool(config(name + "-writers", writing, writers));
    try {
      return new SqlConnections(readers(name, reading, readers), Optional.of(writerPool));
    } catch (SQLException | RuntimeException e) {
      writerPool.close();
      throw e;
    }
  }

  private static HikariDataSource readers(String name, DataSource source, int size)
      throws SQLException {
    HikariConfig config = config(name + "-readers", source, size);
    config.setReadOnly(true);
    return pool(config);
  }

  private static HikariDataSource pool(HikariConfig config) throws SQLException {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static HikariConfig config(String name, DataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MS);
    return config;
  }

  /** The pool of readers. */
  public DataSource readers() {
    return readers;
  }

  Optional<DataSource> writers() {
    return writers.map(pool -> pool);
  }

  /** Closes both pools, the writers last: a reader cannot clear SQLite's write-ahead log away. */
  @Override
  public void close() {
    readers.close();
    writers.ifPresent(HikariDataSource::close);
  }
}
