package dev.stateline.testkit.contract;

import dev.stateline.testkit.PersistenceFixture;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of a persistence adapter. An adapter's test is a subclass with a fixture:
 *
 * <pre>{@code
 * class MyPersistenceContractTest extends PersistenceContract {
 *   @Override
 *   protected PersistenceFixture fixture() {
 *     return new MyFixture();
 *   }
 * }
 * }</pre>
 *
 * Every test gets a fixture of its own.
 */
public abstract class PersistenceContract {

  /** A fixture whose database nobody has opened yet. Called once for each test. */
  protected abstract PersistenceFixture fixture();

  @Nested
  class Simulation extends SimulationContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Status extends StatusContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Deletion extends DeletionContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class WriterEpoch extends WriterEpochContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Append extends AppendContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Place extends PlaceContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class AppendAll extends AppendAllContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class ExactValues extends ExactValuesContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class History extends HistoryContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Checkpoint extends CheckpointContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Audit extends AuditContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Fork extends ForkContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Rollback extends RollbackContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Seed extends SeedContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Tree extends TreeContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Import extends ImportContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class SharedImport extends SharedImportContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Durability extends DurabilityContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Sharing extends SharingContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class Errors extends ErrorContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class HostileInput extends HostileInputContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }

  @Nested
  class ClosedPersistence extends ClosedPersistenceContract {
    @Override
    protected PersistenceFixture fixture() {
      return PersistenceContract.this.fixture();
    }
  }
}
