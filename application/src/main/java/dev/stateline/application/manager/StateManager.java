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
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import java.util.concurrent.CompletionStage;

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
public final class StateManager<S> extends OpenSimulation<S> implements AutoCloseable {

  private final TurnEncoder<S> encoder;
  private final WriterSession session;
  private Provenance provenance;

  private StateManager(
      Surroundings surroundings,
      StateFormat<S> format,
      Provenance provenance,
      SimulationId id,
      WriterSession session) {
    // Read under the session, so that no other writer can move the head any more.
    super(surroundings, format, surroundings.simulation(id));
    this.encoder = new TurnEncoder<>(surroundings, format);
    this.session = session;
    this.provenance = provenance.withSeed(seedAfter(head()));
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

  /** The seed in force in the next turn: that of the lineage, which a fork may have changed. */
  public synchronized long seed() {
    return provenance.seed();
  }

  private long seedAfter(Head at) {
    return surroundings()
        .persistence()
        .simulations()
        .lineage(simulation().id())
        .seedAt(at.turn().next());
  }

  /**
   * Adds a turn after the head: {@link #encode} and {@link #commit} in one.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if the state has no canonical form
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   */
  public Committed addState(NewTurn<S> turn) {
    drain();
    return commit(encode(turn));
  }

  /**
   * As {@link #addState}, but returns as soon as the state is in canonical bytes; that it can be
   * read back is seen, and the turn written, on other threads. The next turn follows this one. At
   * most two turns are on their way: the third waits.
   *
   * <p>Where a turn fails, those that were added after it fail of the same cause and are not
   * written. So does every further one until {@link #drain} has told the cause; the next turn then
   * follows the head.
   *
   * @return completed when the turn is durable, or with what {@link #addState} would throw as cause
   *     of a {@link java.util.concurrent.CompletionException}
   */
  public CompletionStage<Committed> addStateAsync(NewTurn<S> turn) {
    TurnCommit next = next(turn);
    return turns().add(next, () -> prepare(next));
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
    TurnCommit next = next(turn);
    prepare(next);
    return new EncodedTurn(next);
  }

  private void prepare(TurnCommit next) {
    readBack(next.state());
    surroundings().commits().prepare(next);
  }

  private TurnCommit next(NewTurn<S> turn) {
    Provenance computedBy;
    synchronized (this) {
      computedBy = provenance;
    }
    return encoder.next(simulation().id(), session.epoch(), tip(), turn, computedBy);
  }

  /**
   * Makes an encoded turn durable. When it returns, the turn is the head.
   *
   * @throws dev.stateline.domain.error.ConflictException if another writer took over, or the turn
   *     was not encoded on the present head
   * @throws dev.stateline.domain.error.InvalidInputException if it is a turn of another simulation
   */
  public Committed commit(EncodedTurn turn) {
    TurnCommit own = own(turn);
    drain();
    return turns().write(own);
  }

  /**
   * As {@link #commit}, but returns at once, while the turn is written on a thread of the manager's
   * own; see {@link #addStateAsync}.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if it is a turn of another simulation
   */
  public CompletionStage<Committed> commitAsync(EncodedTurn turn) {
    return turns().add(own(turn));
  }

  private TurnCommit own(EncodedTurn turn) {
    SimulationId encodedFor = turn.commit().state().simulation();
    if (!encodedFor.equals(simulation().id())) {
      throw new InvalidInputException(
          "a turn that was encoded for simulation "
              + encodedFor
              + " cannot be committed to '"
              + simulation().name()
              + "'; commit it with the manager that encoded it");
    }
    return turn.commit();
  }

  /**
   * Goes back to an earlier turn, which is the current state then. What came after it stays as an
   * archived simulation.
   *
   * @param tail the name of that simulation
   * @throws dev.stateline.domain.error.InvalidInputException if the turn is not before the head
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN, or another writer took over
   */
  public void rollbackTo(TurnNumber turn, SimulationName tail) {
    drain();
    // Read before: a head without its state would be run on from another turn's.
    State back = surroundings().persistence().states().stateAt(simulation().id(), turn);
    format().decode(back, simulation().name());
    RollbackRequest request = RollbackRequest.of(simulation(), turn, tail);
    synchronized (this) {
      Head head = branches().rollBack(request, session).simulation().head();
      turns().moveTo(head, back);
      provenance = provenance.withSeed(seedAfter(head));
    }
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
    drain();
    return branches().fork(ForkRequest.of(simulation(), turn, name));
  }

  private Branches branches() {
    return new Branches(surroundings());
  }

  /**
   * Names the current state.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  public Checkpoint saveCheckpoint(CheckpointName name) {
    drain();
    Checkpoint checkpoint =
        encoder.checkpoint(simulation().id(), name, CheckpointKind.NAMED, head().state());
    surroundings().persistence().checkpoints().save(checkpoint);
    return checkpoint;
  }

  /**
   * Changes the simulation's status.
   *
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_STATUS_CHANGE
   * @throws dev.stateline.domain.error.ConflictException if another writer took over
   */
  public void changeStatus(StatusChange change) {
    drain();
    surroundings().persistence().writers().changeStatus(simulation().id(), session.epoch(), change);
  }

  /**
   * Gives the writer session back, when the turns that are on their way are durable or have failed.
   * Closing again does nothing.
   */
  @Override
  public void close() {
    turns().settle();
    session.close();
  }
}
