package dev.stateline.persistence.memory;

import dev.stateline.testkit.PersistenceContract;
import dev.stateline.testkit.PersistenceFixture;

class MemoryPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new MemoryFixture();
  }
}
