package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.stream.Stream;

/** Stores that take in simulations badly. */
final class ImportFlaws {

  private ImportFlaws() {}

  /** Passes everything on as it is. */
  private static class HonestImports implements ImportPort {

    final ImportPort inner;

    HonestImports(ImportPort inner) {
      this.inner = inner;
    }

    Persistence in(Persistence store) {
      return new HonestPersistence(store) {
        @Override
        public ImportPort imports() {
          return HonestImports.this;
        }
      };
    }

    @Override
    public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
      return inner.open(simulation, writer);
    }

    @Override
    public List<Simulation> unfinished() {
      return inner.unfinished();
    }

    @Override
    public void discard(SimulationId id) {
      inner.discard(id);
    }
  }

  /** Passes everything on as it is. */
  private static class HonestSession implements ImportSession {

    final ImportSession inner;

    HonestSession(ImportSession inner) {
      this.inner = inner;
    }

    @Override
    public Head head() {
      return inner.head();
    }

    @Override
    public void add(List<Turn> turns) {
      inner.add(turns);
    }

    @Override
    public Simulation publish(Stream<Checkpoint> checkpoints) {
      return inner.publish(checkpoints);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  /** No flaw where it is declared. */
  static Persistence importsNothing(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public ImportPort imports() {
        throw new InvalidInputException(ErrorCode.NOT_SUPPORTED, "no import");
      }
    };
  }

  static Persistence publishesAtOnce(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        return new HonestSession(inner.open(simulation, writer)) {
          @Override
          public void add(List<Turn> turns) {
            inner.add(turns);
            if (inner.head().turn().equals(simulation.lineage().headTurn())) {
              inner.publish(Stream.empty());
            }
          }

          @Override
          public Simulation publish(Stream<Checkpoint> checkpoints) {
            checkpoints.forEach(store.checkpoints()::save);
            return store.simulations().find(simulation.id()).orElseThrow();
          }
        };
      }
    }.in(store);
  }

  static Persistence publishesAPart(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation wanted, WriterIdentity writer) {
        return new HonestSession(inner.open(wanted, writer)) {
          @Override
          public Simulation publish(Stream<Checkpoint> checkpoints) {
            List<Checkpoint> all = checkpoints.toList();
            try {
              return inner.publish(all.stream());
            } catch (InvalidInputException e) {
              Head head = inner.head();
              inner.close();
              return cut(store, wanted, head, writer).publish(Stream.empty());
            }
          }
        };
      }
    }.in(store);
  }

  /** Goes on with an import as if its simulation ended here. */
  private static ImportSession cut(
      Persistence store, ImportedSimulation wanted, Head head, WriterIdentity writer) {
    Simulation s = wanted.simulation();
    Simulation shorter =
        new Simulation(
            s.id(),
            s.name(),
            s.status(),
            s.statusReason(),
            s.config(),
            s.seed(),
            s.metadata(),
            s.targetTurn(),
            head,
            s.epoch(),
            s.writer(),
            s.createdAt());
    Lineage lineage = new Lineage(wanted.lineage().segments(), head.turn());
    return store.imports().open(new ImportedSimulation(shorter, lineage, wanted.initial()), writer);
  }

  static Persistence losesCheckpoints(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        return new HonestSession(inner.open(simulation, writer)) {
          @Override
          public Simulation publish(Stream<Checkpoint> checkpoints) {
            return inner.publish(Stream.empty());
          }
        };
      }
    }.in(store);
  }

  static Persistence beginsAnew(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        boolean isLeft =
            inner.unfinished().stream()
                .anyMatch(s -> s.id().equals(simulation.id()) && s.writer().isEmpty());
        if (isLeft) {
          inner.discard(simulation.id());
        }
        return inner.open(simulation, writer);
      }
    }.in(store);
  }

  static Persistence letsASecondIn(Persistence store) {
    return new HonestImports(store.imports()) {
      private ImportSession first;

      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        if (first != null) {
          first.close();
        }
        first = inner.open(simulation, writer);
        return first;
      }
    }.in(store);
  }

  static Persistence discardsNothing(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public void discard(SimulationId id) {}
    }.in(store);
  }
}
