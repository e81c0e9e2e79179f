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

  private final Path folder;

  SqliteFixture() {
    try {
      folder = Files.createTempDirectory("stateline-test");
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

  static Persistence open(Path file, AccessMode mode) {
    return new SqlitePersistenceProvider().open(settings(file.toString(), mode));
  }

  static PersistenceSettings settings(String path, AccessMode mode) {
    return PersistenceSettings.at(Map.of("path", path), mode).poolSize(4).build();
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> file.toFile().delete());
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
