package org.example.stateline.files;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the records say when they are read from the first to the last: everything but the bytes of
 * documents. It changes in no other way, so it is the same in all programs that read the journal.
 */
final class Index {

  // As they are printed: UUID.compareTo takes the halves as signed numbers.
  private static final Comparator<SimulationId> PRINTED =
      Comparator.comparing(SimulationId::toString);

  private final TreeMap<SimulationId, StoredSimulation> byId = new TreeMap<>(PRINTED);
  private final Map<SimulationName, StoredSimulation> byName = new HashMap<>();

  void read(RecordReader in) {
    switch (in.kind()) {
      case CREATED -> add(StoredSimulation.read(in));
      case OPENED -> simulation(in).readOpened(in);
      case CLOSED -> simulation(in).readClosed();
      case STATUS -> simulation(in).readStatus(in);
      case TURN -> readTurn(in);
      case CHECKPOINT -> add(StoredCheckpoint.read(in));
      case CHECKPOINT_DELETED -> simulation(in).checkpoints().remove(new CheckpointName(in.text()));
      case DELETED -> remove(simulation(in));
    }
  }

  private StoredSimulation simulation(RecordReader in) {
    return get(new SimulationId(in.id()));
  }

  private void readTurn(RecordReader in) {
    StoredTurn turn = StoredTurn.read(in);
    get(turn.simulation()).readTurn(turn, in);
  }

  private void add(StoredCheckpoint checkpoint) {
    get(checkpoint.simulation()).add(checkpoint);
  }

  private void add(StoredSimulation simulation) {
    byId.put(simulation.id(), simulation);
    byName.put(simulation.name(), simulation);
  }

  private void remove(StoredSimulation simulation) {
    byId.remove(simulation.id());
    byName.remove(simulation.name());
  }

  Optional<StoredSimulation> find(SimulationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<StoredSimulation> find(SimulationName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  StoredSimulation get(SimulationId id) {
    return find(id).orElseThrow(() -> NotFoundException.simulation(id));
  }

  /** All, in the order of their ids. */
  Collection<StoredSimulation> all() {
    return byId.values();
  }

  /** Those that come after an id, in the order of their ids. */
  Collection<StoredSimulation> after(SimulationId id) {
    return byId.tailMap(id, false).values();
  }

  /**
   * @throws InvalidInputException if the limit is below 1
   */
  static int requireLimit(int limit) {
    if (limit < 1) {
      throw new InvalidInputException("a page holds 1 or more entries, not " + limit);
    }
    return limit;
  }
}
