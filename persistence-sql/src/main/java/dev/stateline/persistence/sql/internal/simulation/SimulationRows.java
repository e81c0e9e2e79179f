package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** Finds and locks rows of simulations, and refuses what must not be done to them. */
public final class SimulationRows {

  private SimulationRows() {}

  /**
   * The row.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public static SimulationRow required(SqlSession session, SimulationId id) {
    SimulationRow row = session.getMapper(SimulationMapper.class).find(id.value());
    if (row == null) {
      throw NotFoundException.simulation(id);
    }
    return row;
  }

  /**
   * The row as it is under its lock: no other transaction changes it until this one ends.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   * @throws DamagedColumnException if it is not what was written
   */
  public static SimulationRow locked(SqlSession session, SimulationId id)
      throws DamagedColumnException {
    session.getMapper(HeadMapper.class).lock(id.value());
    SimulationRow row = required(session, id);
    // A change seals the row anew, which must never seal damage in.
    row.requireSeal();
    return row;
  }

  /**
   * As {@link #locked}, for who builds on the head: a turn after a damaged one would be damage too.
   *
   * @throws DamagedColumnException also if the head is not the last turn of the simulation's own
   */
  public static SimulationRow lockedWithSoundHead(SqlSession session, SimulationId id)
      throws DamagedColumnException {
    SimulationRow row = locked(session, id);
    List<HeadProof> proof =
        session.getMapper(SimulationMapper.class).headProofs(id.value(), id.value());
    row.requireHead(proof.get(0));
    return row;
  }

  /**
   * As {@link #locked}, for its writer.
   *
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  public static SimulationRow lockedByWriter(SqlSession session, SimulationId id, WriterEpoch epoch)
      throws DamagedColumnException {
    SimulationRow row = locked(session, id);
    requireInForce(row, epoch);
    return row;
  }

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  public static void requireInForce(SimulationRow row, WriterEpoch epoch) {
    if (!row.isWrittenBy(epoch)) {
      throw fenced(row);
    }
  }

  public static ConflictException fenced(SimulationRow row) {
    return ConflictException.fenced(row.name(), Optional.ofNullable(row.writer()));
  }

  /**
   * Inserts the record of a simulation; its segment, its turns and its head come after it.
   *
   * @throws ConflictException NAME_TAKEN
   */
  public static void insert(SqlSession session, SimulationRow row) {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    if (mapper.insert(row) == 0) {
      throw mapper.findByName(row.name()) == null
          ? ConflictException.nameKept(row.name())
          : ConflictException.nameTaken(row.name());
    }
  }

  /** Writes what a simulation has become: its record, its head and its writer. */
  public static void update(SqlSession session, SimulationRow row) {
    session.getMapper(SimulationMapper.class).update(row);
    session.getMapper(HeadMapper.class).move(row);
    session.getMapper(HeadMapper.class).updateWriter(row);
  }

  /** As {@link #update(SqlSession, SimulationRow)}. */
  public static Simulation update(SqlSession session, Simulation simulation) {
    update(session, SimulationRow.of(simulation));
    return simulation;
  }
}
