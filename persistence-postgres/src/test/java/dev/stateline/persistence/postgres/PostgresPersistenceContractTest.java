package dev.stateline.persistence.postgres;

import dev.stateline.testkit.PersistenceContract;
import dev.stateline.testkit.PersistenceFixture;

class PostgresPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new PostgresFixture();
  }
}
