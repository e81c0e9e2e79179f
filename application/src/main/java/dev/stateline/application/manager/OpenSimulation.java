package dev.stateline.application.manager;

import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.TurnRecord;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * An open simulation as it stands and as it stood: what {@link StateManager} reads.
 *
 * @param <S> the typed state
 */
public abstract sealed class OpenSimulation<S> permits StateManager {

  private final Surroundings surroundings;
  private final StateFormat<S> format;
  private final Simulation simulation;
  private final TurnQueue turns;

  /** What the last turn to be encoded was read as, until somebody is given it. */
  private final AtomicReference<Unseen<S>> unseen = new AtomicReference<>();

  private record Unseen<S>(State stored, S typed) {}

  OpenSimulation(Surroundings surroundings, StateFormat<S> format, Simulation simulation) {
    this.surroundings = surroundings;
    this.format = format;
    this.simulation = simulation;
    Head head = simulation.head();
    State current = surroundings.persistence().states().stateAt(simulation.id(), head.turn());
    // What cannot be read is refused here, before anybody takes it for the engine's fault.
    format.decode(current, simulation.name());
    this.turns = new TurnQueue(simulation.name(), surroundings.commits()::append, head, current);
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final TurnQueue turns() {
    return turns;
  }

  /** Reads a state that was encoded, and keeps it for the next one who asks for the current one. */
  final void readBack(State encoded) {
    S read = new RoundTrip<>(surroundings, format).read(encoded.document());
    unseen.set(new Unseen<>(encoded, read));
  }

  /** The simulation as it was when it was opened; its head as it is now is {@link #head()}. */
  public final Simulation simulation() {
    return simulation;
  }

  /** The place and proof of the last state that is durable. */
  public final Head head() {
    return turns.head();
  }

  /** The place and proof of {@link #lastState()}: the head, unless turns are on their way. */
  public final Head tip() {
    return turns.tip();
  }

  /** How its states are written and read. */
  public final StateFormat<S> format() {
    return format;
  }

  /** {@link #lastState()}, as an instance of the caller's own. */
  public final S currentState() {
    State last = lastState();
    Unseen<S> tried = unseen.getAndSet(null);
    return tried != null && tried.stored() == last
        ? tried.typed()
        : format.decode(last, simulation.name());
  }

  /**
   * The last state that was added, as it is stored: perhaps in an earlier version's shape. It is
   * durable, unless it was added by {@link StateManager#addStateAsync} or {@link
   * StateManager#commitAsync} and is on its way.
   */
  public final State lastState() {
    return turns.current();
  }

  /**
   * Waits until all turns that are on their way are durable. Whatever else is done to the
   * simulation does this first.
   *
   * @throws RuntimeException why one of them could not be written, each cause once
   */
  public final void drain() {
    turns.drain();
  }

  /**
   * A state of the past, or the current one.
   *
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if it has a version that
   *     the format cannot read
   */
  public final S stateAt(TurnNumber turn) {
    State state = surroundings.persistence().states().stateAt(simulation.id(), turn);
    return format.decode(state, simulation.name());
  }

  /**
   * The state that a checkpoint names.
   *
   * @throws NotFoundException CHECKPOINT_NOT_FOUND
   */
  public final S stateAt(CheckpointName name) {
    return stateAt(checkpoint(name).turn());
  }

  /**
   * As {@link #stateAt(TurnNumber)}, on another thread, when the turns that are on their way are
   * durable.
   *
   * @return completed with the state, or with what {@link #stateAt(TurnNumber)} would throw as
   *     cause of a {@link java.util.concurrent.CompletionException}
   */
  public final CompletionStage<S> stateAtAsync(TurnNumber turn) {
    return turns.afterwards(() -> stateAt(turn));
  }

  final Checkpoint checkpoint(CheckpointName name) {
    return surroundings
        .persistence()
        .checkpoints()
        .find(simulation.id(), name)
        .orElseThrow(() -> NotFoundException.checkpoint(simulation.name(), name));
  }

  /** The turns in a range, from the earliest on; the stream must be closed. */
  public final Stream<TurnRecord> history(TurnRange range) {
    return surroundings.persistence().states().history(simulation.id(), range);
  }
}
