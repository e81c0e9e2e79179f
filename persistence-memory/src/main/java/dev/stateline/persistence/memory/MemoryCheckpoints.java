package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
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
    Checkpoint present = row.checkpoints().get(name);
    if (present != null) {
      throw new ConflictException(
          ErrorCode.NAME_TAKEN,
          "simulation '"
              + row.name()
              + "' already has a checkpoint '"
              + name
              + "', of turn "
              + present.turn()
              + "; choose another name, or delete that one first");
    }
  }

  @Override
  public void save(Checkpoint checkpoint) {
    gate.change(
        () -> {
          SimulationRow row = rows.get(checkpoint.simulation());
          if (!row.at(checkpoint.turn()).state().id().equals(checkpoint.state())) {
            throw new NotFoundException(
                ErrorCode.TURN_OUT_OF_RANGE,
                "turn "
                    + checkpoint.turn()
                    + " of simulation '"
                    + row.name()
                    + "' is not state "
                    + checkpoint.state()
                    + "; a checkpoint names a state of the simulation's own history");
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
          if (row.checkpoints().remove(name) == null) {
            throw new NotFoundException(
                ErrorCode.CHECKPOINT_NOT_FOUND,
                "simulation '" + row.name() + "' has no checkpoint '" + name + "'");
          }
        });
  }
}
