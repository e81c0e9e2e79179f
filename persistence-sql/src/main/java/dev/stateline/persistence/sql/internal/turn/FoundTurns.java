package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** Tells of a row that was asked for whether it is there, and if not, what is missing. */
final class FoundTurns {

  private FoundTurns() {}

  /**
   * The row of a turn of a simulation.
   *
   * @throws NotFoundException if the simulation, or the turn, is not there
   * @throws DamagedColumnException if the row is missing that should be there
   */
  static TurnRow found(SqlSession session, TurnRow row, SimulationId id, TurnNumber turn)
      throws DamagedColumnException {
    if (row == null) {
      SimulationRows.required(session, id);
      throw new DamagedColumnException("heads", "the row is missing");
    }
    if (row.headTurn() == null && row.turnNumber() == null) {
      throw new DamagedColumnException("heads.turn_number", "it is no turn");
    }
    if (row.headTurn() != null && turn.value() > row.headTurn()) {
      throw NotFoundException.turn(turn.value(), row.headTurn());
    }
    if (row.segmentId() == null) {
      // What is wrong with the segments on the way is said there.
      Lineages.of(session, id);
      throw new DamagedColumnException("segments", "the segment that holds the turn is missing");
    }
    return present(row);
  }

  /**
   * A document that is absent for a reason has no bytes that its hash proves: its row's seal does.
   */
  static TurnRow proven(SqlSession session, TurnRow row, StoredDocument... read)
      throws DamagedColumnException {
    if (Stream.of(read).anyMatch(StoredDocument::isPruned)) {
      requireSeal(session, row.segmentId(), row.turnNumber());
    }
    return row;
  }

  /** Of a row that was not read whole. */
  static void requireSeal(SqlSession session, UUID segment, int turn)
      throws DamagedColumnException {
    present(session.getMapper(TurnMapper.class).find(segment, turn)).requireSeal();
  }

  /**
   * @throws DamagedColumnException if there is no row
   */
  static TurnRow present(TurnRow row) throws DamagedColumnException {
    if (row == null || row.turnNumber() == null) {
      throw new DamagedColumnException("turns", "the row is missing");
    }
    return row;
  }
}
