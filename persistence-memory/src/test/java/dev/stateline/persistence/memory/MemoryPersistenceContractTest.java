package dev.stateline.persistence.memory;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;

class MemoryPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new MemoryFixture();
  }
}
