package dev.stateline.persistence.sql.internal.checkpoint;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** Writes rows of checkpoints, for whoever makes or moves them. */
public final class CheckpointRows {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int PAGE = 256;

  private CheckpointRows() {}

  /**
   * Inserts a checkpoint.
   *
   * @throws ConflictException NAME_TAKEN
   */
  public static void insert(SqlSession session, Checkpoint checkpoint) {
    if (session.getMapper(CheckpointMapper.class).insert(CheckpointRow.of(checkpoint)) == 0) {
      throw ConflictException.checkpointNameTaken(
          session.getMapper(SimulationMapper.class).findAny(checkpoint.simulation().value()).name(),
          checkpoint.name());
    }
  }

  /**
   * One page of a simulation's rows, by turn, then by id; the bound exclusive.
   *
   * @throws DamagedColumnException if one cannot be read; says which
   */
  public static List<CheckpointRow> after(
      SqlSession session, UUID simulation, int turn, UUID id, int limit)
      throws DamagedColumnException {
    CheckpointMapper mapper = session.getMapper(CheckpointMapper.class);
    try {
      return mapper.listAfter(simulation, turn, id, limit);
    } catch (PersistenceException e) {
      for (UUID one : mapper.ids(simulation)) {
        requireReadable(mapper, one);
      }
      throw e;
    }
  }

  private static void requireReadable(CheckpointMapper mapper, UUID id)
      throws DamagedColumnException {
    try {
      mapper.findById(id);
    } catch (PersistenceException e) {
      DamagedColumnException damage = DamagedColumnException.in(e).orElseThrow(() -> e);
      throw new DamagedColumnException(
          damage.column(),
          CheckpointRow.called(id)
              + " cannot be read ("
              + damage.problem()
              + "); 'checkpoint delete' removes it");
    }
  }

  /**
   * Gives a simulation's checkpoints after a turn to another simulation.
   *
   * @throws DamagedColumnException if one of them is not what was written
   */
  public static void give(SqlSession session, UUID simulation, int afterTurn, SimulationId to)
      throws DamagedColumnException {
    CheckpointMapper mapper = session.getMapper(CheckpointMapper.class);
    List<CheckpointRow> page;
    do {
      // Those that were given are no longer found, so that every page is the first one.
      page = after(session, simulation, afterTurn + 1, BEFORE_ALL, PAGE);
      for (CheckpointRow row : page) {
        // Sealing the row anew must never seal damage in.
        row.requireSeal();
        mapper.updateOwner(CheckpointRow.of(row.toCheckpoint().ownedBy(to)));
      }
    } while (!page.isEmpty());
  }
}
