package dev.stateline.persistence.sql.internal.checkpoint;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@link CheckpointPort} on SQL. */
public final class SqlCheckpoints implements CheckpointPort {

  private static final String TABLE = "checkpoint_records";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SqlWork work;

  public SqlCheckpoints(SqlWork work) {
    this.work = work;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    SimulationId id = checkpoint.simulation();
    work.write(
        Place.of(TABLE, id, checkpoint.turn()),
        session -> {
          // Locked, or a rollback could take the state out of the history between look and insert.
          session.getMapper(HeadMapper.class).lock(id.value());
          SimulationRow simulation = SimulationRows.required(session, id);
          if (!TurnReader.has(session, Lineages.of(session, id), checkpoint.state())) {
            throw NotFoundException.state(simulation.name(), checkpoint.turn().value());
          }
          CheckpointRows.insert(session, checkpoint);
          return null;
        });
  }

  @Override
  public Optional<Checkpoint> find(SimulationId simulation, CheckpointName name) {
    return work.read(
        Place.of(TABLE, simulation),
        session -> {
          SimulationRows.required(session, simulation);
          CheckpointRow row =
              session.getMapper(CheckpointMapper.class).find(simulation.value(), name.value());
          return row == null ? Optional.empty() : Optional.of(row.toCheckpoint());
        });
  }

  @Override
  public List<Checkpoint> list(SimulationId simulation, Optional<Checkpoint> after, int limit) {
    int turn = after.map(c -> c.turn().value()).orElse(-1);
    UUID id = after.map(c -> c.id().value()).orElse(BEFORE_ALL);
    return work.read(
        Place.of(TABLE, simulation),
        session -> {
          SimulationRows.required(session, simulation);
          List<Checkpoint> found = new ArrayList<>();
          for (CheckpointRow row :
              CheckpointRows.after(session, simulation.value(), turn, id, limit)) {
            found.add(row.toCheckpoint());
          }
          return found;
        });
  }

  @Override
  public void delete(SimulationId simulation, CheckpointName name) {
    work.write(
        Place.of(TABLE, simulation),
        session -> {
          SimulationRow row = SimulationRows.required(session, simulation);
          CheckpointMapper mapper = session.getMapper(CheckpointMapper.class);
          if (mapper.delete(simulation.value(), name.value()) == 0
              && !deleteById(mapper, simulation, name.value())) {
            throw NotFoundException.checkpoint(row.name(), name);
          }
          return null;
        });
  }

  /** The way to one whose name was damaged. */
  private static boolean deleteById(
      CheckpointMapper mapper, SimulationId simulation, String reference) {
    try {
      return mapper.deleteById(simulation.value(), UUID.fromString(reference)) > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
