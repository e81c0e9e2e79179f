package dev.stateline.application.manager;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.CheckpointId;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.time.WallClock;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TransitionId;
import dev.stateline.domain.turn.TurnLog;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
  private final Provenance provenance;
  private final Simulation simulation;
  private final WriterSession session;
  private Head head;
  private Current current;

  private record Current(Document document, int version) {

    static Current of(State state) {
      return new Current(state.document(), state.stateVersion());
    }
  }

  private StateManager(
      Surroundings surroundings,
      StateFormat<S> format,
      Provenance provenance,
      SimulationId id,
      WriterSession session) {
    this.surroundings = surroundings;
    this.format = format;
    this.provenance = provenance;
    this.session = session;
    // Read under the session, so that no other writer can move the head any more.
    this.simulation = required(surroundings.persistence(), id);
    this.head = simulation.head();
    this.current = Current.of(surroundings.persistence().states().stateAt(id, head.turn()));
    // A version that cannot be read is refused here, before anybody takes it for the engine's
    // fault.
    format.upcast(current.document(), current.version());
  }

  /** Creates a simulation and opens it; see {@link dev.stateline.application.Stateline#create}. */
  public static <S> StateManager<S> create(Surroundings surroundings, SimulationSpec<S> spec) {
    IdSource ids = surroundings.ids();
    Document document = spec.format().codec().encode(spec.initial().state());
    Instant now = WallClock.now(surroundings.clock());
    SimulationId id = new SimulationId(ids.next());
    Segment root = Segment.root(new SegmentId(ids.next()), id, now);
    State initial =
        new State(
            new StateId(ids.next()),
            id,
            root.id(),
            TurnNumber.ZERO,
            spec.initial().simulatedTime(),
            document,
            spec.format().version(),
            ChainHash.initial(spec.initial().simulatedTime(), document.hash()),
            spec.provenance(),
            now);
    surroundings
        .persistence()
        .simulations()
        .create(
            new NewSimulation(
                spec.name(), spec.config(), spec.metadata(), spec.targetTurn(), root, initial));
    return open(surroundings, id, spec.format(), spec.provenance(), TakeOver.REFUSE);
  }

  /** Opens a simulation for writing; see {@link dev.stateline.application.Stateline#open}. */
  public static <S> StateManager<S> open(
      Surroundings surroundings,
      SimulationId id,
      StateFormat<S> format,
      Provenance provenance,
      TakeOver takeOver) {
    WriterSession session =
        surroundings
            .persistence()
            .simulations()
            .openForWriting(id, surroundings.writer(), takeOver);
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

  /** The last committed state, as an instance of the caller's own. */
  public S currentState() {
    Current now = current();
    return format.decode(now.document(), now.version());
  }

  /** The last committed state's document, as it is stored: perhaps of an earlier version. */
  public Document currentDocument() {
    return current().document();
  }

  private synchronized Current current() {
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
   * Writes a turn in canonical bytes and computes its hashes, without storing anything.
   *
   * @throws dev.stateline.domain.error.InvalidInputException if the state has no canonical form
   */
  public EncodedTurn encode(NewTurn<S> turn) {
    Head parent = head();
    Document document = format.codec().encode(turn.result().state());
    TurnNumber number = parent.turn().next();
    StateId id = new StateId(surroundings.ids().next());
    Instant now = WallClock.now(surroundings.clock());
    Transition transition =
        new Transition(
            new TransitionId(surroundings.ids().next()),
            simulation.id(),
            parent.state(),
            id,
            TurnLog.ofActions(turn.actions()),
            TurnLog.ofOutcomes(turn.result().outcomes()),
            turn.processingTime().truncatedTo(ChronoUnit.MILLIS),
            now);
    State state =
        new State(
            id,
            simulation.id(),
            parent.segment(),
            number,
            turn.result().simulatedTime(),
            document,
            format.version(),
            parent
                .chainHash()
                .next(number, turn.result().simulatedTime(), document.hash(), transition.hash()),
            provenance,
            now);
    Optional<Checkpoint> checkpoint =
        turn.checkpoint().map(wanted -> checkpoint(wanted.name(), wanted.kind(), number, id));
    return new EncodedTurn(
        new TurnCommit(session.epoch(), parent.state(), state, transition, checkpoint));
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
    current = Current.of(turn.commit().state());
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
    return format.decode(state.document(), state.stateVersion());
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
        .orElseThrow(
            () ->
                new NotFoundException(
                    ErrorCode.CHECKPOINT_NOT_FOUND,
                    "simulation '" + simulation.name() + "' has no checkpoint '" + name + "'"));
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
    Lineage lineage = surroundings.persistence().simulations().lineage(simulation.id());
    SimulationId tailId = new SimulationId(surroundings.ids().next());
    Rollback rollback =
        new Rollback(
            session.epoch(),
            branch(simulation.id(), lineage, turn),
            Optional.of(new Rollback.Tail(tail, branch(tailId, lineage, lineage.headTurn()))));
    // Read before: a head without its state would be run on from another turn's.
    State back = surroundings.persistence().states().stateAt(simulation.id(), turn);
    head = surroundings.persistence().simulations().rollBack(rollback).head();
    current = Current.of(back);
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
    State base = surroundings.persistence().states().stateAt(simulation.id(), turn);
    Lineage lineage = surroundings.persistence().simulations().lineage(simulation.id());
    Segment segment = branch(new SimulationId(surroundings.ids().next()), lineage, turn);
    long seed = turn.equals(head().turn()) ? provenance.seed() : base.provenance().seed();
    return surroundings
        .persistence()
        .simulations()
        .fork(
            NewFork.of(
                simulation,
                name,
                Document.EMPTY_OBJECT,
                seed,
                segment,
                base.id(),
                Optional.empty()));
  }

  private Segment branch(SimulationId owner, Lineage lineage, TurnNumber turn) {
    SegmentId id = new SegmentId(surroundings.ids().next());
    return lineage.branch(id, owner, turn, WallClock.now(surroundings.clock()));
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
    Head at = head();
    Checkpoint checkpoint = checkpoint(name, CheckpointKind.NAMED, at.turn(), at.state());
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
    surroundings.persistence().simulations().changeStatus(simulation.id(), session.epoch(), change);
  }

  /** Gives the writer session back. Closing again does nothing. */
  @Override
  public void close() {
    session.close();
  }

  private Checkpoint checkpoint(
      CheckpointName name, CheckpointKind kind, TurnNumber turn, StateId state) {
    return new Checkpoint(
        new CheckpointId(surroundings.ids().next()),
        simulation.id(),
        name,
        kind,
        turn,
        state,
        WallClock.now(surroundings.clock()),
        Document.EMPTY_OBJECT);
  }

  private static Simulation required(Persistence persistence, SimulationId id) {
    return persistence
        .simulations()
        .find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    ErrorCode.SIMULATION_NOT_FOUND, "there is no simulation with id " + id));
  }
}
