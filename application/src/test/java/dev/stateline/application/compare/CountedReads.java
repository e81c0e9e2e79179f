package dev.stateline.application.compare;

import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that notes what is read of the turns. */
final class CountedReads implements Persistence, StatePersistencePort {

  private final Persistence store;

  /** How many rows of turns were read, a chain hash in each. */
  int rows;

  /** The turns whose states were read with their documents. */
  final List<Integer> states = new ArrayList<>();

  /** The turns whose actions and outcomes were read. */
  final List<Integer> transitions = new ArrayList<>();

  CountedReads(Persistence store) {
    this.store = store;
  }

  void forget() {
    rows = 0;
    states.clear();
    transitions.clear();
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return store.states().history(id, range).peek(row -> rows++);
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    states.add(turn.value());
    return store.states().stateAt(id, turn);
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    transitions.add(turn.value());
    return store.states().transitionAt(id, turn);
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    return store.states().turns(id, range).peek(turn -> states.add(turn.state().turn().value()));
  }

  @Override
  public Head head(SimulationId id) {
    return store.states().head(id);
  }

  @Override
  public Committed append(TurnCommit commit) {
    return store.states().append(commit);
  }

  @Override
  public StatePersistencePort states() {
    return this;
  }

  @Override
  public String description() {
    return store.description();
  }

  @Override
  public SimulationPort simulations() {
    return store.simulations();
  }

  @Override
  public WriterPort writers() {
    return store.writers();
  }

  @Override
  public BranchPort branches() {
    return store.branches();
  }

  @Override
  public CheckpointPort checkpoints() {
    return store.checkpoints();
  }

  @Override
  public AuditPort audit() {
    return store.audit();
  }

  @Override
  public List<Finding> diagnose() {
    return store.diagnose();
  }

  @Override
  public void close() {
    store.close();
  }
}
