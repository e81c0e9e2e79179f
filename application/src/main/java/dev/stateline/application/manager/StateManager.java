package dev.stateline.application.manager;

import dev.stateline.application.branch.Branches;
import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.branch.RollbackRequest;
import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnRecord;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The single source of truth of one open simulation: its current state, its past, and the only way
 * to add to it. It holds the simulation's writer session from its making until it is closed. Works
 * the same on every adapter. Thread-safe; turns are added one at a time.
 *
 * <p>Typed states are decoded from canonical bytes each time they are asked for, so that what a
 * caller does to one never reaches the record, and a resumed run sees exactly what an unbroken one
 * saw.
 *
 * @param <S> the typed state
 */
public final class StateManager<S> implements AutoCloseable {

  private final Surroundings surroundings;
  private final StateFormat<S> format;
  private final TurnEncoder<S> encoder;
  private final Simulation simulation;
  private final WriterSession session;
  private Provenance provenance;
  private Head head;
  private State current;

  /** What the last turn to be encoded was read as, until somebody is given it. */
  private final AtomicReference<Unseen<S>> unseen = new AtomicReference<>();

  private record Unseen<S>(State stored, S typed) {}

  private StateManager(
      Surroundings surroundings,
      StateFormat<S> format,
      Provenance provenance,
      SimulationId id,
      WriterSession session) {
    this.surroundings = surroundings;
    this.format = format;
    this.encoder = new TurnEncoder<>(surroundings, format);
    this.session = session;
    // Read under the session, so that no other writer can move the head any more.
    this.simulation = surroundings.simulation(id);
    this.head = simulation.head();
    this.provenance = provenance.withSeed(seedAfter(head));
    this.current = surroundings.persistence().states().stateAt(id, head.turn());
    // What cannot be read is refused here, before anybody takes it for the engine's fault.
    format.decode(current, simulation.name());
  }

  /** Creates a simulation and opens it; see {@link dev.stateline.application.Stateline#create}. */
  public static <S> StateManager<S> create(Surroundings surroundings, SimulationSpec<S> spec) {
    NewSimulation created = new TurnEncoder<>(surroundings, spec.format()).initial(spec);
    surroundings.persistence().simulations().create(created);
    return open(surroundings, created.id(), spec.format(), spec.provenance(), TakeOver.REFUSE);
  }

  /** Opens a simulation for writing; see {@link dev.stateline.application.Stateline#open}. */
  public static <S> StateManager<S> open(
      Surroundings surroundings,
      SimulationId id,
      StateFormat<S> format,
      Provenance provenance,
      TakeOver takeOver) {
    WriterSession session =
        surroundings.persistence().writers().open(id, surroundings.writer(), takeOver);
    try {
      return new StateManager<>(surroundings, format, provenance, id, session);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The simulation as it was when it was opened; its head as it is now is {@link #head()}. */
  public Simulation simulation() {
    return simulation;
  }

  /** The last committed state's place and proof. */
  public synchronized Head head() {
    return head;
  }

  /** How its states are written and read. */
  public StateFormat<S> format() {
    return format;
  }

  /** The seed in force in the next turn: that of the lineage, which a fork may have changed. */
  public synchronized long seed() {
    return provenance.seed();
  }

  private long seedAfter(Head at) {
    return surroundings
        .persistence()
        .simulations()
        .lineage(simulation.id())
        .seedAt(at.turn().next());
  }

  /** The last committed state, as an instance of the caller's own. */
  public S currentState() {
    State last = lastState();
    Unseen<S> tried = unseen.getAndSet(null);
    return tried != null && tried.stored() == last
        ? tried.typed()
        : format.decode(last, simulation.name());
  }

  /** The last committed state as it is stored: perhaps in an earlier version's shape. */
  public synchronized State lastState() {
    return current;
  }

  /**
   * Adds a turn after the head: {@link #encode} and {@link #commit} in one.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if the state has no canonical form
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   */
  public synchronized Committed addState(NewTurn<S> turn) {
    return commit(encode(turn));
  }

  /**
   * Writes a turn in canonical bytes and computes its hashes, without storing anything. The bytes
   * are read back, so that no state is stored which nobody can go on from.
   *
   * @throws dev.stateline.domain.error.FailureException SCENARIO_FAILED if the codec throws, or
   *     cannot read what it wrote
   * @throws dev.stateline.domain.error.InvalidInputException if the state has no canonical form
   */
  public EncodedTurn encode(NewTurn<S> turn) {
    Head parent;
    Provenance computedBy;
    synchronized (this) {
      parent = head;
      computedBy = provenance;
    }
    TurnCommit next = encoder.next(simulation.id(), session.epoch(), parent, turn, computedBy);
    S read = new RoundTrip<>(surroundings, format).read(next.state().document());
    unseen.set(new Unseen<>(next.state(), read));
    return new EncodedTurn(next);
  }

  /**
   * Makes an encoded turn durable. When it returns, the turn is the head.
   *
   * @throws dev.stateline.domain.error.ConflictException if another writer took over, or the turn
   *     was not encoded on the present head
   * @throws dev.stateline.domain.error.InvalidInputException if it is a turn of another simulation
   */
  public synchronized Committed commit(EncodedTurn turn) {
    SimulationId encodedFor = turn.commit().state().simulation();
    if (!encodedFor.equals(simulation.id())) {
      throw new InvalidInputException(
          "a turn that was encoded for simulation "
              + encodedFor
              + " cannot be committed to '"
              + simulation.name()
              + "'; commit it with the manager that encoded it");
    }
    Committed committed = surroundings.commits().append(turn.commit());
    head = committed.head();
    current = turn.commit().state();
    return committed;
  }

  /**
   * A state of the past, or the current one.
   *
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if it has a version that
   *     the format cannot read
   */
  public S stateAt(TurnNumber turn) {
    State state = surroundings.persistence().states().stateAt(simulation.id(), turn);
    return format.decode(state, simulation.name());
  }

  /**
   * The state that a checkpoint names.
   *
   * @throws NotFoundException CHECKPOINT_NOT_FOUND
   */
  public S stateAt(CheckpointName name) {
    return stateAt(checkpoint(name).turn());
  }

  private Checkpoint checkpoint(CheckpointName name) {
    return surroundings
        .persistence()
        .checkpoints()
        .find(simulation.id(), name)
        .orElseThrow(() -> NotFoundException.checkpoint(simulation.name(), name));
  }

  /**
   * Goes back to an earlier turn, which is the current state then. What came after it stays as an
   * archived simulation.
   *
   * @param tail the name of that simulation
   * @throws dev.stateline.domain.error.InvalidInputException if the turn is not before the head
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN, or another writer took over
   */
  public synchronized void rollbackTo(TurnNumber turn, SimulationName tail) {
    // Read before: a head without its state would be run on from another turn's.
    State back = surroundings.persistence().states().stateAt(simulation.id(), turn);
    format.decode(back, simulation.name());
    RollbackRequest request = RollbackRequest.of(simulation, turn, tail);
    head = branches().rollBack(request, session).simulation().head();
    current = back;
    provenance = provenance.withSeed(seedAfter(head));
  }

  /**
   * Goes back to the state that a checkpoint names; as {@link #rollbackTo}.
   *
   * @throws NotFoundException CHECKPOINT_NOT_FOUND
   */
  public void restoreCheckpoint(CheckpointName name, SimulationName tail) {
    rollbackTo(checkpoint(name).turn(), tail);
  }

  /**
   * Makes a simulation that branches from a turn of this one; this one stays as it is.
   *
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  public Simulation fork(TurnNumber turn, SimulationName name) {
    return branches().fork(ForkRequest.of(simulation, turn, name));
  }

  private Branches branches() {
    return new Branches(surroundings);
  }

  /** The turns in a range, from the earliest on; the stream must be closed. */
  public Stream<TurnRecord> history(TurnRange range) {
    return surroundings.persistence().states().history(simulation.id(), range);
  }

  /**
   * Names the current state.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  public Checkpoint saveCheckpoint(CheckpointName name) {
    Checkpoint checkpoint =
        encoder.checkpoint(simulation.id(), name, CheckpointKind.NAMED, head().state());
    surroundings.persistence().checkpoints().save(checkpoint);
    return checkpoint;
  }

  /**
   * Changes the simulation's status.
   *
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   */
  public void changeStatus(StatusChange change) {
    surroundings.persistence().writers().changeStatus(simulation.id(), session.epoch(), change);
  }

  /** Gives the writer session back. Closing again does nothing. */
  @Override
  public void close() {
    session.close();
  }
}
