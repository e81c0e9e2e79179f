package org.example.stateline.files;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.PersistenceFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that is new for each test. */
final class FilesFixture implements PersistenceFixture {

  private final Path folder;

  FilesFixture() {
    try {
      folder = Files.createTempDirectory("stateline-files");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.DURABLE, Capability.SHARED);
  }

  @Override
  public Persistence open() {
    return open(folder, AccessMode.READ_WRITE);
  }

  @Override
  public Persistence openForReading() {
    return open(folder, AccessMode.READ_ONLY);
  }

  static Persistence open(Path folder, AccessMode mode) {
    return new FilesPersistenceProvider()
        .open(PersistenceSettings.of(Map.of("folder", folder.toString()), mode));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
