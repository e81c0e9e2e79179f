package dev.stateline.persistence.sql.internal.writer;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.persistence.sql.internal.branch.Trimming;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import org.apache.ibatis.session.SqlSession;

/** {@link WriterPort} on SQL. */
public final class SqlWriters implements WriterPort {

  private static final String TABLE = "simulation_records";

  private final SqlWork work;
  private final WriterSessions sessions;

  public SqlWriters(SqlWork work, WriterSessions sessions) {
    this.work = work;
    this.sessions = sessions;
  }

  @Override
  public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return sessions.open(
        id, writer, takeOver, session -> SimulationRows.lockedWithSoundHead(session, id));
  }

  @Override
  public boolean isAlive(SimulationId id) {
    return work.read(
        Place.of(TABLE, id),
        session -> sessions.isAlive(session, SimulationRows.required(session, id)));
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    work.write(
        Place.of(TABLE, id),
        session -> {
          Simulation now = SimulationRows.lockedByWriter(session, id, epoch).toSimulation();
          if (!now.status().canBecome(change.status())) {
            throw InvalidInputException.statusChange(
                now.name(), now.status().text(), change.status().text());
          }
          return session
              .getMapper(SimulationMapper.class)
              .update(SimulationRow.of(changed(now, change)));
        });
  }

  private static Simulation changed(Simulation now, StatusChange change) {
    return now.but()
        .status(change.status(), change.reason())
        .targetTurn(change.targetTurn().or(now::targetTurn))
        .build();
  }

  @Override
  public void checkDeletable(SimulationId id) {
    work.read(
        Place.of(TABLE, id),
        session -> requireUnneeded(session, SimulationRows.required(session, id)));
  }

  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    work.write(
        Place.of(TABLE, id),
        session -> {
          SimulationRow row = SimulationRows.lockedByWriter(session, id, epoch);
          requireUnneeded(session, row);
          return Trimming.delete(session, id);
        });
  }

  private static SimulationRow requireUnneeded(SqlSession session, SimulationRow row) {
    String dependent = session.getMapper(SegmentMapper.class).findDependent(row.id());
    if (dependent != null) {
      throw ConflictException.historyNeeded(row.name(), dependent);
    }
    return row;
  }
}
