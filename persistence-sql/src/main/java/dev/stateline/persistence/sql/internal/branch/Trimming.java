package dev.stateline.persistence.sql.internal.branch;

import dev.stateline.domain.naming.SimulationId;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointMapper;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Deletes turns, segments and simulations that nothing rests on any more. */
public final class Trimming {

  private Trimming() {}

  /**
   * Deletes a simulation with the history that is its own. Under its lock, and when no other
   * history rests on it.
   *
   * @return the simulations deleted: 1, or 0 if there was none
   */
  public static int delete(SqlSession session, SimulationId id) {
    UUID simulation = id.value();
    SegmentMapper segments = session.getMapper(SegmentMapper.class);
    List<UUID> parents = segments.findParentsOfOthers(simulation);
    session.getMapper(CheckpointMapper.class).deleteAll(simulation);
    session.getMapper(HeadMapper.class).delete(simulation);
    session.getMapper(TurnMapper.class).deleteOf(simulation);
    segments.deleteOf(simulation);
    int deleted = session.getMapper(SimulationMapper.class).delete(simulation);
    parents.forEach(parent -> trim(session, parent));
    return deleted;
  }

  /**
   * Deletes the turns of a segment that nothing rests on any more, and it, if nothing does. Under
   * the lock of its owner, which may be adding turns to it, or be forked from there.
   */
  static void trim(SqlSession session, UUID segment) {
    SegmentMapper segments = session.getMapper(SegmentMapper.class);
    lockOwner(session, segment);
    Integer needed = segments.findLastNeeded(segment);
    session.getMapper(TurnMapper.class).deleteAfter(segment, needed == null ? -1 : needed);
    if (needed == null) {
      UUID parent = segments.findParent(segment);
      segments.delete(segment);
      if (parent != null) {
        trim(session, parent);
      }
    }
  }

  /** Locks the simulation that began a segment, if it is there. */
  static void lockOwner(SqlSession session, UUID segment) {
    UUID owner = session.getMapper(SegmentMapper.class).findOwner(segment);
    if (owner != null) {
      session.getMapper(HeadMapper.class).lock(owner);
    }
  }
}
