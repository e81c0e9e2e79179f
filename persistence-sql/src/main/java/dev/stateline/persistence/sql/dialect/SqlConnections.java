package dev.stateline.persistence.sql.dialect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.stateline.domain.measure.Figure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The two pools of a database: readers, and writers beside them. All connections are in autocommit
 * mode; the dialect begins and ends write transactions. Thread-safe.
 */
public final class SqlConnections implements AutoCloseable {

  private static final String CONNECTIONS = "Connections to the database that are open.";
  private static final String MOST = "Connections to the database at the most.";
  private static final String WAITING = "Threads that wait for a connection to the database.";

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
   * @param patience how long a caller waits for a connection before it is told that there is none
   * @throws SQLException if no connection can be made
   */
  public static SqlConnections forReading(
      String name, DataSource source, int size, Duration patience) throws SQLException {
    return new SqlConnections(readers(name, source, size, patience), Optional.empty());
  }

  /**
   * Opens pools for reading and writing.
   *
   * @param writing makes connections for writers
   * @param writers writers at the most, 1 or more
   * @param patience how long a caller waits for a connection before it is told that there is none
   * @throws SQLException if no connection can be made
   */
  public static SqlConnections forWriting(
      String name,
      DataSource reading,
      int readers,
      DataSource writing,
      int writers,
      Duration patience)
      throws SQLException {
    HikariDataSource writerPool = pool(config(name + "-writers", writing, writers, patience));
    try {
      return new SqlConnections(readers(name, reading, readers, patience), Optional.of(writerPool));
    } catch (SQLException | RuntimeException e) {
      writerPool.close();
      throw e;
    }
  }

  private static HikariDataSource readers(
      String name, DataSource source, int size, Duration patience) throws SQLException {
    HikariConfig config = config(name + "-readers", source, size, patience);
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

  private static HikariConfig config(String name, DataSource source, int size, Duration patience) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patience.toMillis());
    return config;
  }

  /** The pool of readers. */
  public DataSource readers() {
    return readers;
  }

  /** The pool of writers; empty if the database was opened for reading. */
  public Optional<DataSource> writers() {
    return writers.map(pool -> pool);
  }

  /** How many writers there are at the most; 1 if the database was opened for reading. */
  public int mostWriters() {
    return writers.map(HikariDataSource::getMaximumPoolSize).orElse(1);
  }

  /** How many connections are there and in use, and how many threads wait for one. */
  public List<Figure> figures() {
    return Stream.concat(
            figures("readers", readers), writers.stream().flatMap(p -> figures("writers", p)))
        .toList();
  }

  private static Stream<Figure> figures(String name, HikariDataSource pool) {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return Stream.of(
            Figure.level("pool_connections", CONNECTIONS, now::getActiveConnections)
                .with("state", "active"),
            Figure.level("pool_connections", CONNECTIONS, now::getIdleConnections)
                .with("state", "idle"),
            Figure.level("pool_most_connections", MOST, pool::getMaximumPoolSize),
            Figure.level("pool_waiting_threads", WAITING, now::getThreadsAwaitingConnection))
        .map(figure -> figure.with("pool", name));
  }

  /** Closes both pools, the writers last: a reader cannot clear SQLite's write-ahead log away. */
  @Override
  public void close() {
    readers.close();
    writers.ifPresent(HikariDataSource::close);
  }
}
