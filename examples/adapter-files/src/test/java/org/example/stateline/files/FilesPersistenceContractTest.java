package org.example.stateline.files;

import dev.stateline.testkit.PersistenceFixture;
import dev.stateline.testkit.contract.PersistenceContract;

class FilesPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new FilesFixture();
  }
}
