package dev.stateline.persistence.memory;

import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.spi.Persistence;
import java.util.List;
import java.util.Optional;

/** Stores that do not know when they are over. */
final class StoreFlaws {

  private StoreFlaws() {}

  static Persistence neverCloses(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public void close() {}
    };
  }

  static Persistence asksAClosedDatabaseForItsFigures(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public List<Figure> figures() {
        return List.of(
            Figure.level(
                "simulations",
                "All of them.",
                () -> simulations().list(Optional.empty(), 9).size()));
      }
    };
  }
}
