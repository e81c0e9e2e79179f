package dev.stateline.application.verify;

import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An honest store some of whose rows are not what was written. */
final class DamagedStore implements Persistence {

  private final Persistence honest;
  private final Map<Integer, UnaryOperator<AuditedTurn>> damages = new HashMap<>();
  private final Set<Integer> lost = new HashSet<>();
  private final List<Defect> bookkeeping = new ArrayList<>();
  private UnaryOperator<Head> headDamage = UnaryOperator.identity();

  DamagedStore(Persistence honest) {
    this.honest = honest;
  }

  /** Changes the rows of a turn. */
  void damage(int turn, UnaryOperator<AuditedTurn> change) {
    UnaryOperator<AuditedTurn> before = damages.getOrDefault(turn, UnaryOperator.identity());
    damages.put(turn, audited -> change.apply(before.apply(audited)));
  }

  /** Loses the rows of a turn. */
  void lose(int turn) {
    lost.add(turn);
  }

  /** Changes the row of the simulation. */
  void damageHead(UnaryOperator<Head> change) {
    headDamage = change;
  }

  /** Lets the adapter find something wrong beside the turns. */
  void findBeside(Defect defect) {
    bookkeeping.add(defect);
  }

  @Override
  public String description() {
    return "damaged " + honest.description();
  }

  @Override
  public SimulationPort simulations() {
    return new Simulations(honest.simulations());
  }

  @Override
  public StatePersistencePort states() {
    return honest.states();
  }

  @Override
  public WriterPort writers() {
    return honest.writers();
  }

  @Override
  public CheckpointPort checkpoints() {
    return honest.checkpoints();
  }

  @Override
  public AuditPort audit() {
    return new AuditPort() {
      @Override
      public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
        return honest
            .audit()
            .turns(id, range)
            .filter(turn -> !lost.contains(turn.turn().value()))
            .map(turn -> changed(turn.turn().value(), turn));
      }

      @Override
      public List<Defect> bookkeeping(SimulationId id) {
        return List.copyOf(bookkeeping);
      }
    };
  }

  private AuditedTurn changed(int number, AuditedTurn turn) {
    return damages.getOrDefault(number, UnaryOperator.identity()).apply(turn);
  }

  @Override
  public List<Finding> diagnose() {
    return honest.diagnose();
  }

  @Override
  public void close() {
    honest.close();
  }

  private final class Simulations implements SimulationPort {

    private final SimulationPort port;

    Simulations(SimulationPort port) {
      this.port = port;
    }

    @Override
    public Optional<Simulation> find(SimulationId id) {
      return port.find(id).map(s -> s.but().head(headDamage.apply(s.head())).build());
    }

    @Override
    public Simulation create(NewSimulation simulation) {
      return port.create(simulation);
    }

    @Override
    public Optional<Simulation> find(SimulationName name) {
      return port.find(name);
    }

    @Override
    public List<Simulation> findByIdPrefix(String prefix, int limit) {
      return port.findByIdPrefix(prefix, limit);
    }

    @Override
    public List<Simulation> list(Optional<SimulationId> after, int limit) {
      return port.list(after, limit);
    }

    @Override
    public Lineage lineage(SimulationId id) {
      return port.lineage(id);
    }
  }
}
