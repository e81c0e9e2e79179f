package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
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

  /** No flaw where it is declared. */
  static Persistence keepsNoForks(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation fork(NewFork fork) {
        throw new InvalidInputException(ErrorCode.NOT_SUPPORTED, "no forks");
      }

      @Override
      public Simulation rollBack(Rollback rollback) {
        throw new InvalidInputException(ErrorCode.NOT_SUPPORTED, "no rollbacks");
      }
    }.in(store);
  }

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

  static Persistence composesCharacters(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationName name) {
        String composed = Normalizer.normalize(name.value(), Normalizer.Form.NFC);
        return inner
            .find(name)
            .or(() -> inner.find(new SimulationName(composed)))
            .or(
                () ->
                    inner.find(
                        new SimulationName(Normalizer.normalize(composed, Normalizer.Form.NFD))));
      }
    }.in(store);
  }

  static Persistence deletesNothing(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public void delete(SimulationId id, WriterEpoch epoch) {}
    }.in(store);
  }

  static Persistence forgetsWhyAStatusMayNotChange(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
        try {
          inner.changeStatus(id, epoch, change);
        } catch (InvalidInputException e) {
          // That is the flaw: nobody is told.
        }
      }
    }.in(store);
  }

  static Persistence ignoresTheEpochOfAStatus(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
        WriterEpoch inForce = inner.find(id).map(Simulation::epoch).orElse(epoch);
        inner.changeStatus(id, inForce, change);
      }
    }.in(store);
  }

  static Persistence keepsAnOldReason(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
        Optional<String> before = inner.find(id).flatMap(Simulation::statusReason);
        Optional<String> reason = change.reason().or(() -> before);
        inner.changeStatus(
            id, epoch, new StatusChange(change.status(), reason, change.targetTurn()));
      }
    }.in(store);
  }

  static Persistence letsASecondWriterIn(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public WriterSession openForWriting(
          SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        return inner.openForWriting(id, writer, TakeOver.FORCE);
      }
    }.in(store);
  }

  static Persistence doesNotNameTheHolder(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public WriterSession openForWriting(
          SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        try {
          return inner.openForWriting(id, writer, takeOver);
        } catch (ConflictException e) {
          throw new ConflictException(e.code(), e.getMessage());
        }
      }
    }.in(store);
  }

  static Persistence endsTheNewWriterWithTheOld(Persistence store) {
    SimulationPort inner = store.simulations();
    return new HonestSimulations(inner) {
      @Override
      public WriterSession openForWriting(
          SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        WriterSession session = inner.openForWriting(id, writer, takeOver);
        return new WriterSession() {
          @Override
          public WriterEpoch epoch() {
            return session.epoch();
          }

          @Override
          public void close() {
            inner.find(id).ifPresent(s -> inner.openForWriting(id, writer, TakeOver.FORCE).close());
          }
        };
      }
    }.in(store);
  }

  static Persistence narrowsTheSeed(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Optional<Simulation> find(SimulationId id) {
        return inner
            .find(id)
            .map(
                s ->
                    new Simulation(
                        s.id(),
                        s.name(),
                        s.status(),
                        s.statusReason(),
                        s.config(),
                        (int) s.seed(),
                        s.metadata(),
                        s.targetTurn(),
                        s.head(),
                        s.epoch(),
                        s.writer(),
                        s.createdAt()));
      }
    }.in(store);
  }
}
