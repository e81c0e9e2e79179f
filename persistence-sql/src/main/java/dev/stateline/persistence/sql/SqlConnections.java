package dev.stateline.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The two pools of a database: one writer at the most, and readers beside it.
 *
 * @param writer empty if the database was opened for reading only
 */
public record SqlConnections(HikariDataSource readers, Optional<HikariDataSource> writer)
    implements AutoCloseable {

  public SqlConnections {
    Objects.requireNonNull(readers, "readers");
    Objects.requireNonNull(writer, "writer");
  }

  /** A pool of readers; connections are made as they are needed. */
  public static HikariDataSource readers(String name, DataSource source, int size) {
    HikariConfig config = config(name + "-readers", source, size);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  /** A pool of writers; the dialect begins and ends their transactions. */
  public static HikariDataSource writers(String name, DataSource source, int size) {
    return new HikariDataSource(config(name + "-writer", source, size));
  }

  private static HikariConfig config(String name, DataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    return config;
  }

  /** Closes both pools. */
  @Override
  public void close() {
    writer.ifPresent(HikariDataSource::close);
    readers.close();
  }
}
