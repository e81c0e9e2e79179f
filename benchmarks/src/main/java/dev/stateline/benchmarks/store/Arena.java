package dev.stateline.benchmarks.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A kind of database, and who races on it. */
public sealed interface Arena {

  /** {@code sqlite} or {@code postgres}. */
  String type();

  List<Contender> contenders();

  /** An empty database. */
  Site newSite() throws SQLException;

  /** Deletes a database that was made here. */
  void remove(Site site) throws SQLException;

  /** Files in a folder of their own each. */
  record OfFiles(Path folder, List<Contender> contenders) implements Arena {

    @Override
    public String type() {
      return "sqlite";
    }

    @Override
    public Site newSite() {
      try {
        return new SqliteFile(Files.createTempDirectory(folder, "site").resolve("turns.db"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void remove(Site site) {
      Path own = ((SqliteFile) site).file().getParent();
      try (var files = Files.list(own)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(own);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Databases on one server. */
  record OfDatabases(PostgresServer server, List<Contender> contenders) implements Arena {

    @Override
    public String type() {
      return "postgres";
    }

    @Override
    public Site newSite() throws SQLException {
      return server.newDatabase();
    }

    @Override
    public void remove(Site site) throws SQLException {
      server.drop((PostgresDatabase) site);
    }
  }
}
