package dev.stateline.persistence.sql;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** {@link CheckpointPort} on SQL. */
final class SqlCheckpoints implements CheckpointPort {

  private static final String TABLE = "checkpoints";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SqlWork work;

  SqlCheckpoints(SqlWork work) {
    this.work = work;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    work.write(
        Place.of(TABLE, checkpoint.simulation(), checkpoint.turn()),
        session -> {
          // Locked, or a rollback could take the state out of the history between look and insert.
          session.getMapper(SimulationMapper.class).lock(checkpoint.simulation().value());
          SimulationRow simulation = SqlStates.simulation(session, checkpoint.simulation());
          if (!SqlStates.isInHistory(session, checkpoint)) {
            throw new NotFoundException(
                ErrorCode.TURN_OUT_OF_RANGE,
                "the history of simulation '"
                    + simulation.name()
                    + "' does not have that state at turn "
                    + checkpoint.turn());
          }
          insert(session, checkpoint);
          return null;
        });
  }

  static void insert(SqlSession session, Checkpoint checkpoint) {
    int inserted = session.getMapper(CheckpointMapper.class).insert(CheckpointRow.of(checkpoint));
    if (inserted == 0) {
      throw new ConflictException(
          ErrorCode.NAME_TAKEN,
          "simulation '"
              + SqlStates.simulation(session, checkpoint.simulation()).name()
              + "' has a checkpoint '"
              + checkpoint.name()
              + "' already; choose another name, or delete that one");
    }
  }

  @Override
  public Optional<Checkpoint> find(SimulationId simulation, CheckpointName name) {
    return work.read(
        Place.of(TABLE, simulation),
        session -> {
          SqlStates.simulation(session, simulation);
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
          SqlStates.simulation(session, simulation);
          List<Checkpoint> found = new ArrayList<>();
          for (CheckpointRow row :
              session
                  .getMapper(CheckpointMapper.class)
                  .listAfter(simulation.value(), turn, id, limit)) {
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
          SimulationRow row = SqlStates.simulation(session, simulation);
          if (session.getMapper(CheckpointMapper.class).delete(simulation.value(), name.value())
              == 0) {
            throw new NotFoundException(
                ErrorCode.CHECKPOINT_NOT_FOUND,
                "simulation '" + row.name() + "' has no checkpoint '" + name + "'");
          }
          return null;
        });
  }
}
