package org.example.stateline.files;

import dev.stateline.testkit.PersistenceContract;
import dev.stateline.testkit.PersistenceFixture;

class FilesPersistenceContractTest extends PersistenceContract {

  @Override
  protected PersistenceFixture fixture() {
    return new FilesFixture();
  }
}
