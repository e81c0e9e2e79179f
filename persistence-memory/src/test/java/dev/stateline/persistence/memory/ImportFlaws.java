package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores that take in simulations badly. */
final class ImportFlaws {

  private ImportFlaws() {}

  /** No flaw where it is declared. */
  static Persistence importsNothing(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public ImportPort imports() {
        throw InvalidInputException.notSupported(description(), "take in simulations");
      }
    };
  }

  static Persistence publishesAtOnce(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        return new HonestImports.Session(inner.open(simulation, writer)) {
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
        return new HonestImports.Session(inner.open(wanted, writer)) {
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
    Simulation shorter = wanted.simulation().but().head(head).build();
    Lineage lineage = new Lineage(wanted.lineage().segments(), head.turn());
    return store.imports().open(new ImportedSimulation(shorter, lineage, wanted.initial()), writer);
  }

  static Persistence losesCheckpoints(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
        return new HonestImports.Session(inner.open(simulation, writer)) {
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

  /** A fork that shares turns is put on those that are here, whatever they hold. */
  static Persistence sharesThePlace(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation wanted, WriterIdentity writer) {
        try {
          return inner.open(wanted, writer);
        } catch (ConflictException e) {
          Segment last = wanted.lineage().headSegment();
          if (e.code() != ErrorCode.HISTORY_DIVERGED || last.parent().isEmpty()) {
            throw e;
          }
          Segment parent = wanted.lineage().segments().get(wanted.lineage().segments().size() - 2);
          TurnNumber turn = last.branchTurn().orElseThrow();
          StateRef here = store.states().stateAt(parent.simulation(), turn).ref();
          return inner.open(headAt(wanted, here), writer);
        }
      }
    }.in(store);
  }

  private static ImportedSimulation headAt(ImportedSimulation wanted, StateRef state) {
    Head head = wanted.simulation().head();
    return new ImportedSimulation(
        wanted
            .simulation()
            .but()
            .head(new Head(head.segment(), state, head.provenanceHash()))
            .build(),
        wanted.lineage(),
        wanted.initial());
  }

  /** What is left of an import is thrown away when it does not fit. */
  static Persistence beginsAnewWhereItDiverged(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation wanted, WriterIdentity writer) {
        ImportSession first = inner.open(wanted, writer);
        return new Session(first) {
          private ImportSession current = first;

          @Override
          public void add(List<Turn> turns) {
            try {
              current.add(turns);
            } catch (ConflictException e) {
              current.close();
              store.imports().discard(wanted.id());
              current = store.imports().open(wanted, writer);
              throw e;
            }
          }

          @Override
          public void close() {
            current.close();
          }
        };
      }
    }.in(store);
  }

  static Persistence losesTheSeedsOfForks(Persistence store) {
    return new HonestImports(store.imports()) {
      @Override
      public ImportSession open(ImportedSimulation wanted, WriterIdentity writer) {
        List<Segment> segments =
            wanted.lineage().segments().stream()
                .map(s -> s.parent().isEmpty() ? s : SeedFlaws.with(s, Optional.empty()))
                .toList();
        Lineage lineage = new Lineage(segments, wanted.lineage().headTurn());
        return inner.open(
            new ImportedSimulation(wanted.simulation(), lineage, wanted.initial()), writer);
      }
    }.in(store);
  }
}
