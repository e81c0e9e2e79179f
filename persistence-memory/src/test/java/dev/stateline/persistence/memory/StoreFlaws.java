package dev.stateline.persistence.memory;

import dev.stateline.domain.spi.Persistence;

/** Stores that do not know when they are over. */
final class StoreFlaws {

  private StoreFlaws() {}

  static Persistence neverCloses(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public void close() {}
    };
  }
}
