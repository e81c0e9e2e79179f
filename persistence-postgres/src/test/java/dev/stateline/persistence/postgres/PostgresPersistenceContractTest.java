package dev.stateline.persistence.postgres;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;
import java.util.Map;

class PostgresPersistenceContractTest extends PersistenceContract {

  private static final PostgresFixture.Template TEMPLATE = new PostgresFixture.Template(Map.of());

  @Override
  protected PersistenceFixture fixture() {
    return new PostgresFixture(TEMPLATE);
  }
}
