package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.stream.Stream;

/** Passes everything on as it is; flaws override what they break. */
class HonestImports implements ImportPort {

  final ImportPort inner;

  HonestImports(ImportPort inner) {
    this.inner = inner;
  }

  /** The store with these imports in place of its own. */
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

  /** Passes everything on as it is. */
  static class Session implements ImportSession {

    final ImportSession inner;

    Session(ImportSession inner) {
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
}
