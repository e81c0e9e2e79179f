package dev.stateline.persistence.postgres;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract with turns in several tables, beside a schema that is not Stateline's. */
@Execution(ExecutionMode.CONCURRENT)
class PartitionedPersistenceContractTest extends PersistenceContract {

  private static final PostgresFixture.Template TEMPLATE =
      new PostgresFixture.Template(Map.of("partitions", "8", "schema", "sim_part"));

  @AfterAll
  static void no_database_is_left_behind() {
    TEMPLATE.close();
  }

  @Override
  protected PersistenceFixture fixture() {
    return new PostgresFixture(TEMPLATE);
  }
}
