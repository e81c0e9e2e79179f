package dev.stateline.persistence.sqlite;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;

class SqlitePersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new SqliteFixture();
  }
}
