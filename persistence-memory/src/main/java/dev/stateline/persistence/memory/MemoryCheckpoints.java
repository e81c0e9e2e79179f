package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Checkpoints in memory. */
final class MemoryCheckpoints implements CheckpointPort {

  private static final Comparator<Checkpoint> ORDER =
      Comparator.comparing(Checkpoint::turn)
          .thenComparing(checkpoint -> checkpoint.id().value(), SimulationRows.ID_ORDER);

  private final Gate gate;
  private final SimulationRows rows;

  MemoryCheckpoints(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  /**
   * @throws ConflictException NAME_TAKEN
   */
  static void requireFree(SimulationRow row, CheckpointName name) {
    if (row.checkpoints().containsKey(name)) {
      throw ConflictException.checkpointNameTaken(row.name(), name);
    }
  }

  @Override
  public void save(Checkpoint checkpoint) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(checkpoint.simulation());
          if (!row.has(checkpoint.state())) {
            throw NotFoundException.state(row.name(), checkpoint.turn().value());
          }
          requireFree(row, checkpoint.name());
          row.checkpoints().put(checkpoint.name(), checkpoint);
        });
  }

  @Override
  public Optional<Checkpoint> find(SimulationId simulation, CheckpointName name) {
    return gate.read(() -> Optional.ofNullable(rows.get(simulation).checkpoints().get(name)));
  }

  @Override
  public List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit) {
    int most = SimulationRows.requireLimit(limit);
    return gate.read(
        () ->
            rows.get(simulation).checkpoints().values().stream()
                .filter(c -> after.isEmpty() || ORDER.compare(c, after.get()) > 0)
                .sorted(ORDER)
                .limit(most)
                .toList());
  }

  @Override
  public void delete(SimulationId simulation, CheckpointName name) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(simulation);
          if (row.checkpoints().remove(name) == null
              && !row.checkpoints()
                  .values()
                  .removeIf(c -> c.id().toString().equals(name.value()))) {
            throw NotFoundException.checkpoint(row.name(), name);
          }
        });
  }
}
