package dev.stateline.persistence.sql.internal.imports;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import org.apache.ibatis.session.SqlSession;

/** Finds and locks the rows of unfinished imports. */
final class ImportRows {

  private ImportRows() {}

  /**
   * The import as it is under its lock.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND if there is none
   * @throws ConflictException SIMULATION_EXISTS if it is whole
   * @throws DamagedColumnException if it is not what was written
   */
  static SimulationRow locked(SqlSession session, SimulationId id) throws DamagedColumnException {
    session.getMapper(HeadMapper.class).lock(id.value());
    SimulationRow row = session.getMapper(SimulationMapper.class).findAny(id.value());
    if (row == null) {
      throw NotFoundException.unfinishedImport(id);
    }
    if (!row.isImporting()) {
      throw ConflictException.exists(row.name(), id);
    }
    row.requireSeal();
    return row;
  }
}
