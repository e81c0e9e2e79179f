package org.example.stateline.files;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.StatusChange;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who writes to a simulation. */
final class FilesWriters implements WriterPort {

  private final FilesPersistence files;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  FilesWriters(FilesPersistence files) {
    this.files = files;
  }

  @Override
  public WriterSession open(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return files.write(
        () -> {
          StoredSimulation stored = files.index().get(id);
          if (takeOver == TakeOver.REFUSE && isAlive(stored)) {
            throw ConflictException.writerPresent(stored.name(), stored.writer().orElseThrow());
          }
          FileLock lock = lockNextRecord();
          try {
            files.append(
                new RecordWriter(RecordKind.OPENED).id(id.value()).text(writer.description()));
          } catch (IOException e) {
            lock.release();
            throw e;
          }
          Session session = new Session(id, stored.epoch(), lock);
          sessions.add(session);
          return session;
        });
  }

  @Override
  public boolean isAlive(SimulationId id) {
    return files.read(() -> isAlive(files.index().get(id)));
  }

  /** A writer lives as long as its program holds the byte that its record's place names. */
  private boolean isAlive(StoredSimulation stored) throws IOException {
    return stored.writer().isPresent() && files.isLocked(byteOf(stored.writerRecord()));
  }

  private static long byteOf(long record) {
    return record + 1;
  }

  private FileLock lockNextRecord() throws IOException {
    return files
        .locks()
        .tryLock(byteOf(files.journal().end()))
        .orElseThrow(() -> new IOException("the lock of a new writer is taken"));
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    files.write(
        () -> {
          StoredSimulation stored = files.index().get(id);
          stored.requireWriter(epoch);
          if (!stored.status().canBecome(change.status())) {
            throw InvalidInputException.statusChange(
                stored.name(), stored.status().text(), change.status().text());
          }
          RecordWriter record = new RecordWriter(RecordKind.STATUS);
          record
              .id(id.value())
              .text(change.status().name())
              .optional(change.reason(), record::text)
              .optional(change.targetTurn(), turn -> record.number(turn.value()));
          files.append(record);
          return null;
        });
  }

  /** What is deleted is no longer found; its bytes stay in the journal. */
  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    files.write(
        () -> {
          files.index().get(id).requireWriter(epoch);
          files.append(new RecordWriter(RecordKind.DELETED).id(id.value()));
          return null;
        });
  }

  void endSessions() {
    Set.copyOf(sessions).forEach(Session::close);
  }

  /** The right of one opening. */
  private final class Session implements WriterSession {

    private final SimulationId id;
    private final WriterEpoch epoch;
    private final FileLock lock;

    Session(SimulationId id, WriterEpoch epoch, FileLock lock) {
      this.id = id;
      this.epoch = epoch;
      this.lock = lock;
    }

    @Override
    public WriterEpoch epoch() {
      return epoch;
    }

    @Override
    public void close() {
      if (sessions.remove(this)) {
        try {
          files.write(this::end);
        } catch (StatelineException e) {
          // A writer without its lock counts as dead, so nobody is held up.
        }
      }
    }

    private Void end() throws IOException {
      lock.release();
      Optional<StoredSimulation> stored = files.index().find(id);
      if (stored.isPresent() && stored.get().epoch().equals(epoch)) {
        files.append(new RecordWriter(RecordKind.CLOSED).id(id.value()));
      }
      return null;
    }
  }
}
