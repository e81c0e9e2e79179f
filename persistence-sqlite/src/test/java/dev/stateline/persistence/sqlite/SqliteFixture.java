package dev.stateline.persistence.sqlite;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.PersistenceFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A database file in a folder of its own. */
final class SqliteFixture implements PersistenceFixture {

  /** The schema and nothing in it: copying a file is quicker than migrating each one. */
  private static final class Empty {
    private static final byte[] FILE = migrated();
  }

  private final Path folder;

  SqliteFixture() {
    try {
      folder = Files.createTempDirectory("stateline-test");
      Files.write(folder.resolve("test.db"), Empty.FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] migrated() {
    try {
      Path folder = Files.createTempDirectory("stateline-test");
      Path file = folder.resolve("empty.db");
      open(file, AccessMode.READ_WRITE).close();
      byte[] bytes = Files.readAllBytes(file);
      delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Persistence open() {
    return open(folder.resolve("test.db"), AccessMode.READ_WRITE);
  }

  @Override
  public Persistence openForReading() {
    return open(folder.resolve("test.db"), AccessMode.READ_ONLY);
  }

  /** Opens a new database, without the time that a migration takes. */
  static Persistence create(Path file) throws IOException {
    Files.write(file, Empty.FILE);
    return open(file, AccessMode.READ_WRITE);
  }

  static Persistence open(Path file, AccessMode mode) {
    return new SqlitePersistenceProvider().open(settings(file.toString(), mode));
  }

  static PersistenceSettings settings(String path, AccessMode mode) {
    return PersistenceSettings.at(Map.of("path", path), mode).poolSize(4).build();
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> file.toFile().delete());
    }
    Files.delete(folder);
  }
}
