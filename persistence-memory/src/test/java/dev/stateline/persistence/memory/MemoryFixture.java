package dev.stateline.persistence.memory;

import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.testkit.PersistenceFixture;
import java.util.Map;
import java.util.Set;

/** Databases in memory: each opening is of a new one. */
final class MemoryFixture implements PersistenceFixture {

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.BRANCH, Capability.IMPORT);
  }

  @Override
  public Persistence open() {
    return open(AccessMode.READ_WRITE);
  }

  static Persistence open(AccessMode mode) {
    return new MemoryPersistenceProvider().open(PersistenceSettings.of(Map.of(), mode));
  }

  /** There is nothing left to remove. */
  @Override
  public Persistence openForReading() {
    return open(AccessMode.READ_ONLY);
  }

  @Override
  public void close() {}
}
