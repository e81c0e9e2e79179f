package dev.stateline.persistence.sql.internal.writer;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.persistence.sql.dialect.WriterPresence;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/**
 * Opens simulations for writing: the session that raised the epoch last is the writer, until it is
 * closed. Thread-safe.
 */
public final class WriterSessions {

  private static final String TABLE = "heads";
  private static final long RETRY_MS = 250;

  private final SqlWork work;
  private final WriterPresence presence;

  public WriterSessions(SqlWork work, WriterPresence presence) {
    this.work = work;
    this.presence = presence;
  }

  /**
   * Opens a simulation, or an import.
   *
   * @param lock finds and locks its row
   * @throws ConflictException WRITER_PRESENT, naming the holder
   */
  public WriterSession open(
      SimulationId id, WriterIdentity writer, TakeOver takeOver, SqlWork.Work<SimulationRow> lock) {
    return untilKnownDead(() -> tryOpen(id, writer, takeOver, lock));
  }

  /** Tries again while a writer that may be dead stands in the way, as long as it takes to know. */
  public <T> T untilKnownDead(Supplier<T> attempt) {
    long begin = System.nanoTime();
    while (true) {
      try {
        return attempt.get();
      } catch (ConflictException e) {
        boolean waits = e.code() == ErrorCode.WRITER_PRESENT;
        if (!waits || System.nanoTime() - begin >= presence.patience().toNanos() || !pause()) {
          throw e;
        }
      }
    }
  }

  /** Waits a little; false if the thread is to end. */
  private static boolean pause() {
    try {
      Thread.sleep(RETRY_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private WriterSession tryOpen(
      SimulationId id, WriterIdentity writer, TakeOver takeOver, SqlWork.Work<SimulationRow> lock) {
    List<Session> opened = new ArrayList<>(1);
    try {
      return work.write(
          Place.of(TABLE, id),
          session -> {
            discard(opened);
            SimulationRow row = lock.in(session);
            if (takeOver == TakeOver.REFUSE) {
              requireNoneAlive(session, row);
            }
            SimulationRow open = row.openedBy(writer);
            session.getMapper(SimulationMapper.class).update(open);
            session.getMapper(HeadMapper.class).updateWriter(open);
            WriterEpoch epoch = open.epoch();
            opened.add(
                new Session(id, epoch, presence.announce(session.getConnection(), id, epoch)));
            return opened.get(0);
          });
    } catch (RuntimeException e) {
      discard(opened);
      throw e;
    }
  }

  /** Those of a transaction that left nothing. */
  private static void discard(List<Session> opened) {
    opened.forEach(session -> session.sign.close());
    opened.clear();
  }

  /**
   * @throws ConflictException WRITER_PRESENT if the row's writer lives
   */
  public void requireNoneAlive(SqlSession session, SimulationRow row) throws SQLException {
    if (isAlive(session, row)) {
      throw row.isImporting()
          ? ConflictException.importUnderWay(row.name(), row.writer())
          : ConflictException.writerPresent(row.name(), row.writer());
    }
  }

  /** Whether the row's writer lives. */
  boolean isAlive(SqlSession session, SimulationRow row) throws SQLException {
    return row.writer() != null
        && presence.isAlive(session.getConnection(), new SimulationId(row.id()), row.epoch());
  }

  private final class Session implements WriterSession {
    private final SimulationId id;
    private final WriterEpoch epoch;
    private final WriterPresence.Sign sign;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Session(SimulationId id, WriterEpoch epoch, WriterPresence.Sign sign) {
      this.id = id;
      this.epoch = epoch;
      this.sign = sign;
    }

    @Override
    public WriterEpoch epoch() {
      return epoch;
    }

    @Override
    public void close() {
      if (!open.compareAndSet(true, false)) {
        return;
      }
      try {
        work.write(
            Place.of(TABLE, id),
            session -> session.getMapper(HeadMapper.class).closeWriter(id.value(), epoch.value()));
      } catch (StatelineException e) {
        // The sign is taken down all the same, so the row's writer counts as dead.
      } finally {
        sign.close();
      }
    }
  }
}
