package dev.stateline.persistence.sqlite;

import dev.stateline.testkit.PersistenceContract;
import dev.stateline.testkit.PersistenceFixture;

class SqlitePersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new SqliteFixture();
  }
}
