package dev.stateline.bootstrap;

import dev.stateline.application.observe.Measuring;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;
import java.util.Map;
import java.util.Set;

/** A persistence that is measured keeps every rule of one that is not. */
class MeasuredPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new MeasuredMemory();
  }

  private static final class MeasuredMemory implements PersistenceFixture {

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.BRANCH, Capability.IMPORT);
    }

    @Override
    public Persistence open() {
      return open(AccessMode.READ_WRITE);
    }

    @Override
    public Persistence openForReading() {
      return open(AccessMode.READ_ONLY);
    }

    private static Persistence open(AccessMode mode) {
      Persistence memory =
          new MemoryPersistenceProvider().open(PersistenceSettings.of(Map.of(), mode));
      return new Measuring(new ObserverPort() {}, System::nanoTime).of(memory);
    }

    /** There is nothing left to remove. */
    @Override
    public void close() {}
  }
}
