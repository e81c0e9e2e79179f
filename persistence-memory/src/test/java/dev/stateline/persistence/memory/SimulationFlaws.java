package dev.stateline.persistence.memory;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stores that keep simulations badly. */
final class SimulationFlaws {

  private SimulationFlaws() {}

  static Persistence letsATakenNamePass(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation create(NewSimulation simulation) {
        try {
          return inner.create(simulation);
        } catch (ConflictException e) {
          return inner.find(simulation.name()).orElseThrow();
        }
      }
    }.in(store);
  }

  static Persistence takesPercentForAWildcard(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public List<Simulation> findByIdPrefix(String prefix, int limit) {
        return inner.findByIdPrefix(prefix.replace("%", ""), limit);
      }
    }.in(store);
  }

  static Persistence ignoresTheLimitOfAPrefix(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public List<Simulation> findByIdPrefix(String prefix, int limit) {
        return inner.findByIdPrefix(prefix, Integer.MAX_VALUE);
      }
    }.in(store);
  }

  static Persistence startsEveryPageAnew(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public List<Simulation> list(Optional<SimulationId> after, int limit) {
        return inner.list(Optional.empty(), limit);
      }
    }.in(store);
  }

  static Persistence listsBackwards(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public List<Simulation> list(Optional<SimulationId> after, int limit) {
        List<Simulation> page = new ArrayList<>(inner.list(after, limit));
        Collections.reverse(page);
        return page;
      }
    }.in(store);
  }

  static Persistence ignoresCase(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationName name) {
        SimulationName lower = new SimulationName(name.value().toLowerCase(Locale.ROOT));
        return inner.find(lower).or(() -> inner.find(name));
      }
    }.in(store);
  }

  static Persistence ignoresAccents(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationName name) {
        String apart = Normalizer.normalize(name.value(), Normalizer.Form.NFD);
        return inner
            .find(name)
            .or(() -> inner.find(new SimulationName(apart.replace("\u0301", ""))));
      }
    }.in(store);
  }

  static Persistence saysLessThanTheDomain(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation create(NewSimulation simulation) {
        try {
          return inner.create(simulation);
        } catch (ConflictException e) {
          throw new ConflictException(e.code(), e.getMessage());
        }
      }
    }.in(store);
  }
}
