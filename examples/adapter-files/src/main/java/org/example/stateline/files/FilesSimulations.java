package org.example.stateline.files;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Simulations, their status and their writers. */
final class FilesSimulations implements SimulationPort {

  private final FilesPersistence files;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  FilesSimulations(FilesPersistence files) {
    this.files = files;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    return files.write(
        () -> {
          if (files.index().find(simulation.id()).isPresent()) {
            throw new InvalidInputException(
                "the simulation id " + simulation.id() + " is in use; take a new one");
          }
          if (files.index().find(simulation.name()).isPresent()) {
            throw new ConflictException(
                ErrorCode.NAME_TAKEN,
                "there is already a simulation named '"
                    + simulation.name()
                    + "'; choose another name");
          }
          RecordWriter record = new RecordWriter(RecordKind.CREATED);
          StoredSimulation.write(record, simulation);
          files.append(record);
          return describe(files.index().get(simulation.id()));
        });
  }

  private Simulation describe(StoredSimulation stored) throws IOException {
    String place = "simulation '" + stored.name() + "'";
    return stored.describe(
        files.journal().document(stored.config(), place, "simulations.config"),
        files.journal().document(stored.metadata(), place, "simulations.metadata"));
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return find(index -> index.find(id));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return find(index -> index.find(name));
  }

  private Optional<Simulation> find(Function<Index, Optional<StoredSimulation>> search) {
    return files.read(
        () -> {
          Optional<StoredSimulation> stored = search.apply(files.index());
          if (stored.isEmpty()) {
            files.requireSound();
            return Optional.empty();
          }
          return Optional.of(describe(stored.get()));
        });
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    return files.read(
        () ->
            describe(
                files.index().all(),
                Index.requireLimit(limit),
                stored -> stored.id().toString().startsWith(prefix)));
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    return files.read(
        () ->
            describe(
                after.map(files.index()::after).orElseGet(files.index()::all),
                Index.requireLimit(limit),
                any -> true));
  }

  private List<Simulation> describe(
      Collection<StoredSimulation> of, int limit, Predicate<StoredSimulation> wanted)
      throws IOException {
    List<Simulation> described = new ArrayList<>();
    for (StoredSimulation stored : of.stream().filter(wanted).limit(limit).toList()) {
      described.add(describe(stored));
    }
    return described;
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return files.read(
        () -> {
          StoredSimulation stored = files.index().get(id);
          StoredTurn last = stored.last();
          // Without forks, a history is one segment, which began with its simulation.
          Segment root = Segment.root(last.segment(), id, stored.createdAt());
          return new Lineage(List.of(root), last.turn());
        });
  }

  @Override
  public WriterSession openForWriting(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return files.write(
        () -> {
          StoredSimulation stored = files.index().get(id);
          if (takeOver == TakeOver.REFUSE
              && stored.writer().isPresent()
              && files.locks().isHeld(sign(stored.writerRecord()))) {
            throw WriterRule.present(stored);
          }
          FileLock sign = putUpSign();
          try {
            files.append(
                new RecordWriter(RecordKind.OPENED).id(id.value()).text(writer.description()));
          } catch (IOException e) {
            sign.release();
            throw e;
          }
          Session session = new Session(id, stored.epoch(), sign);
          sessions.add(session);
          return session;
        });
  }

  /** A writer lives as long as it holds the byte that its record's place names. */
  private static long sign(long record) {
    return record + 1;
  }

  private FileLock putUpSign() throws IOException {
    return files
        .locks()
        .tryLock(sign(files.journal().end()))
        .orElseThrow(() -> new IOException("the lock of a new writer is taken"));
  }

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    files.write(
        () -> {
          StoredSimulation stored = files.index().get(id);
          WriterRule.requireInForce(stored, epoch);
          if (!stored.status().canBecome(change.status())) {
            throw new InvalidInputException(
                ErrorCode.INVALID_STATUS_CHANGE,
                "simulation '"
                    + stored.name()
                    + "' is "
                    + stored.status().text()
                    + " and cannot become "
                    + change.status().text());
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
          WriterRule.requireInForce(files.index().get(id), epoch);
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
    private final FileLock sign;

    Session(SimulationId id, WriterEpoch epoch, FileLock sign) {
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
      if (sessions.remove(this)) {
        try {
          files.write(this::end);
        } catch (StatelineException e) {
          // A writer without its sign counts as dead, so nobody is held up.
        }
      }
    }

    private Void end() throws IOException {
      sign.release();
      Optional<StoredSimulation> stored = files.index().find(id);
      if (stored.isPresent() && stored.get().epoch().equals(epoch)) {
        files.append(new RecordWriter(RecordKind.CLOSED).id(id.value()));
      }
      return null;
    }
  }
}
