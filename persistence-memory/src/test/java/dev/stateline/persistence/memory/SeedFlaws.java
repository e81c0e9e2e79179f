package dev.stateline.persistence.memory;

import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import java.util.Optional;

/** Stores that do not know which seed is in force. */
final class SeedFlaws {

  private SeedFlaws() {}

  static Segment with(Segment s, Optional<Long> seed) {
    return new Segment(s.id(), s.simulation(), s.parent(), s.branchTurn(), seed, s.createdAt());
  }

  static Persistence narrowsTheSeed(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationId id) {
        return inner.find(id).map(s -> s.but().seed((int) s.seed()).build());
      }
    }.in(store);
  }

  static Persistence readsTheSeedOfTheLastTurn(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationId id) {
        return inner
            .find(id)
            .map(
                s ->
                    s.but()
                        .seed(store.states().stateAt(id, s.head().turn()).provenance().seed())
                        .build());
      }
    }.in(store);
  }

  static Persistence forgetsTheSeedOfAFork(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation fork(NewFork fork) {
        NewFork.Builder plain =
            NewFork.of(fork.name(), with(fork.segment(), Optional.empty()), fork.base())
                .config(fork.config())
                .metadata(fork.metadata())
                .targetTurn(fork.targetTurn());
        fork.first().ifPresent(plain::first);
        return inner.fork(plain.build());
      }
    }.in(store);
  }

  /** As if the seed belonged to the simulation, and not to the turn. */
  static Persistence keepsTheSeedWhenItGoesBack(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Optional<Long> seed = store.simulations().find(rollback.simulation()).map(Simulation::seed);
        return inner.rollBack(
            new Rollback(rollback.epoch(), with(rollback.head(), seed), rollback.tail()));
      }
    }.in(store);
  }
}
