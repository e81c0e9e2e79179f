package dev.stateline.benchmarks.store;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A database of one contender's own. */
public sealed interface Site permits SqliteFile, PostgresDatabase {

  /**
   * Where another process finds the same.
   *
   * @param address what its {@link #address} says
   */
  static Site at(URI address) {
    return address.getScheme().equals("file")
        ? new SqliteFile(Path.of(address))
        : PostgresDatabase.at(address);
  }

  /** Such as {@code postgresql://user:password@localhost:5432/turns}, or a file's. */
  URI address();

  /** {@code sqlite} or {@code postgres}, which is what Stateline calls its adapters. */
  String type();

  /** How Stateline is told of it. */
  Map<String, String> settings();

  /**
   * A connection as the driver makes it, durable at each commit.
   *
   * @return the caller closes it
   */
  Connection connect() throws SQLException;

  /** What it takes on the disk, after what is left over was cleaned up. Nobody is connected. */
  long bytes() throws SQLException;
}
