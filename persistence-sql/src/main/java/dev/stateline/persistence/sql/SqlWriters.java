package dev.stateline.persistence.sql;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/** Who may write to a simulation: the session that raised its epoch last, until it is closed. */
final class SqlWriters {

  private static final String TABLE = "simulations";
  private static final long RETRY_MS = 250;

  private final SqlWork work;
  private final WriterPresence presence;

  SqlWriters(SqlWork work, WriterPresence presence) {
    this.work = work;
    this.presence = presence;
  }

  WriterSession open(
      SimulationId id, WriterIdentity writer, TakeOver takeOver, SqlWork.Work<SimulationRow> lock) {
    return patiently(() -> tryOpen(id, writer, takeOver, lock));
  }

  /** Tries again while a writer that may be dead stands in the way, as long as it takes to know. */
  <T> T patiently(Supplier<T> attempt) {
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
            SimulationRow row = lock.in(session);
            if (takeOver == TakeOver.REFUSE) {
              requireNoneAlive(session, row);
            }
            WriterEpoch epoch = row.epoch().next();
            session.getMapper(SimulationMapper.class).update(row.opened(epoch, writer));
            opened.add(new Session(id, epoch, presence.putUp(session.getConnection(), id, epoch)));
            return opened.get(0);
          });
    } catch (RuntimeException e) {
      opened.forEach(session -> session.sign.close());
      throw e;
    }
  }

  /**
   * @throws ConflictException WRITER_PRESENT if the row's writer lives
   */
  void requireNoneAlive(SqlSession session, SimulationRow row) throws SQLException {
    if (row.writer() != null
        && presence.isAlive(session.getConnection(), new SimulationId(row.id()), row.epoch())) {
      throw present(row);
    }
  }

  private static ConflictException present(SimulationRow row) {
    String name = "simulation '" + row.name() + "'";
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        row.isImporting()
            ? name + " is being imported by " + row.writer() + "; wait for it"
            : name
                + " is being written by "
                + row.writer()
                + "; wait for it, or take over with 'resume --take-over'",
        Optional.of(row.writer()));
  }

  /**
   * @throws ConflictException WRITER_FENCED, naming the holder
   */
  static void requireInForce(SimulationRow row, WriterEpoch epoch) {
    if (!row.isWrittenBy(epoch)) {
      throw fenced(row);
    }
  }

  static ConflictException fenced(SimulationRow row) {
    Optional<String> holder = Optional.ofNullable(row.writer());
    return new ConflictException(
        ErrorCode.WRITER_FENCED,
        "simulation '"
            + row.name()
            + "' is no longer this writer's: "
            + holder.map(h -> "it was taken over by " + h).orElse("it was closed")
            + "; open it again to write to it",
        holder);
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
            session ->
                session.getMapper(SimulationMapper.class).closeWriter(id.value(), epoch.value()));
      } catch (StatelineException e) {
        // The sign comes down all the same, so the row's writer counts as dead.
      } finally {
        sign.close();
      }
    }
  }
}
