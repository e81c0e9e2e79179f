package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.spi.Persistence;
import java.util.Optional;

/** Stores that do not know who may write, or what a writer may do. */
final class WriterFlaws {

  private WriterFlaws() {}

  static Persistence deletesNothing(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public void delete(SimulationId id, WriterEpoch epoch) {}
    }.in(store);
  }

  static Persistence findsNobodyAlive(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public boolean isAlive(SimulationId id) {
        return false;
      }
    }.in(store);
  }

  static Persistence findsAllAlive(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public boolean isAlive(SimulationId id) {
        return inner.isAlive(id) || store.simulations().find(id).orElseThrow().epoch().value() > 0;
      }
    }.in(store);
  }

  static Persistence forgetsWhyAStatusMayNotChange(Persistence store) {
    return new HonestWriters(store.writers()) {
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
    return new HonestWriters(store.writers()) {
      @Override
      public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
        WriterEpoch inForce = store.simulations().find(id).map(Simulation::epoch).orElse(epoch);
        inner.changeStatus(id, inForce, change);
      }
    }.in(store);
  }

  static Persistence keepsAnOldReason(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
        Optional<String> before = store.simulations().find(id).flatMap(Simulation::statusReason);
        Optional<String> reason = change.reason().or(() -> before);
        inner.changeStatus(
            id, epoch, new StatusChange(change.status(), reason, change.targetTurn()));
      }
    }.in(store);
  }

  static Persistence letsASecondWriterIn(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        return inner.open(id, writer, TakeOver.FORCE);
      }
    }.in(store);
  }

  static Persistence doesNotNameTheHolder(Persistence store) {
    return new HonestWriters(store.writers()) {
      @Override
      public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        try {
          return inner.open(id, writer, takeOver);
        } catch (ConflictException e) {
          throw new ConflictException(e.code(), e.getMessage());
        }
      }
    }.in(store);
  }

  static Persistence endsTheNewWriterWithTheOld(Persistence store) {
    WriterPort inner = store.writers();
    return new HonestWriters(inner) {
      @Override
      public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
        WriterSession session = inner.open(id, writer, takeOver);
        return new WriterSession() {
          @Override
          public WriterEpoch epoch() {
            return session.epoch();
          }

          @Override
          public void close() {
            store
                .simulations()
                .find(id)
                .ifPresent(s -> inner.open(id, writer, TakeOver.FORCE).close());
          }
        };
      }
    }.in(store);
  }
}
