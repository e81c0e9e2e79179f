package org.example.stateline.files;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names for states. */
final class FilesCheckpoints implements CheckpointPort {

  private static final Comparator<Checkpoint> ORDER =
      Comparator.comparing(Checkpoint::turn).thenComparing(c -> c.id().toString());

  private final FilesPersistence files;

  FilesCheckpoints(FilesPersistence files) {
    this.files = files;
  }

  /**
   * @throws ConflictException NAME_TAKEN
   */
  static void requireFree(StoredSimulation stored, CheckpointName name) {
    if (stored.checkpoints().containsKey(name)) {
      throw ConflictException.checkpointNameTaken(stored.name(), name);
    }
  }

  @Override
  public void save(Checkpoint checkpoint) {
    files.write(
        () -> {
          StoredSimulation stored = files.index().get(checkpoint.simulation());
          if (!stored.has(checkpoint.state())) {
            throw NotFoundException.state(stored.name(), checkpoint.turn().value());
          }
          requireFree(stored, checkpoint.name());
          RecordWriter record = new RecordWriter(RecordKind.CHECKPOINT);
          StoredCheckpoint.write(record, checkpoint);
          files.append(record);
          return null;
        });
  }

  @Override
  public Optional<Checkpoint> find(SimulationId simulation, CheckpointName name) {
    return files.read(
        () -> {
          StoredCheckpoint stored = files.index().get(simulation).checkpoints().get(name);
          return stored == null ? Optional.empty() : Optional.of(load(stored));
        });
  }

  @Override
  public List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit) {
    int most = Index.requireLimit(limit);
    return files.read(
        () -> {
          List<Checkpoint> all = new ArrayList<>();
          for (StoredCheckpoint stored : files.index().get(simulation).checkpoints().values()) {
            all.add(load(stored));
          }
          return all.stream()
              .filter(c -> after.isEmpty() || ORDER.compare(c, after.get()) > 0)
              .sorted(ORDER)
              .limit(most)
              .toList();
        });
  }

  private Checkpoint load(StoredCheckpoint stored) throws IOException {
    return stored.with(
        files
            .journal()
            .document(
                stored.metadata(), "checkpoint '" + stored.name() + "'", "checkpoints.metadata"));
  }

  @Override
  public void delete(SimulationId simulation, CheckpointName name) {
    files.write(
        () -> {
          StoredSimulation stored = files.index().get(simulation);
          CheckpointName named = named(stored, name);
          files.append(
              new RecordWriter(RecordKind.CHECKPOINT_DELETED)
                  .id(simulation.value())
                  .text(named.value()));
          return null;
        });
  }

  /** The one of this name, or of this id where none is named so. */
  private static CheckpointName named(StoredSimulation stored, CheckpointName reference) {
    if (stored.checkpoints().containsKey(reference)) {
      return reference;
    }
    return stored.checkpoints().values().stream()
        .filter(checkpoint -> checkpoint.id().toString().equals(reference.value()))
        .findFirst()
        .orElseThrow(() -> NotFoundException.checkpoint(stored.name(), reference))
        .name();
  }
}
