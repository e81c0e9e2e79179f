package dev.stateline.persistence.sql;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationId;
import dev.stateline.domain.simulation.SimulationName;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.simulation.TakeOver;
import dev.stateline.domain.simulation.WriterEpoch;
import dev.stateline.domain.simulation.WriterIdentity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.ibatis.session.SqlSession;

/** {@link SimulationPort} on SQL. */
final class SqlSimulations implements SimulationPort {

  private static final String TABLE = "simulations";
  private static final long RETRY_MS = 250;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{0,32}");
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SqlWork work;
  private final SqlStates states;
  private final WriterPresence presence;

  SqlSimulations(SqlWork work, SqlStates states, WriterPresence presence) {
    this.work = work;
    this.states = states;
    this.presence = presence;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    SimulationRow row = SimulationRow.of(simulation);
    PayloadEncoding.Encoded initial = states.encode(simulation.initial().document());
    return work.write(
        Place.of(TABLE, simulation.id()),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          if (mapper.insert(row) == 0) {
            throw new ConflictException(
                ErrorCode.NAME_TAKEN,
                "there is a simulation named '"
                    + simulation.name()
                    + "' already; choose another name, or run that one on with 'resume'");
          }
          mapper.insertSegment(SegmentRow.of(simulation.root(), simulation.id()));
          states.insert(session, simulation.initial(), initial);
          return row.toSimulation();
        });
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return findOne(Place.of(TABLE, id), mapper -> mapper.find(id.value()));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return findOne(Place.inAll(TABLE), mapper -> mapper.findByName(name.value()));
  }

  @FunctionalInterface
  private interface Query<T> {
    T on(SimulationMapper mapper);
  }

  private Optional<Simulation> findOne(Place place, Query<SimulationRow> query) {
    return work.read(
        place,
        session -> {
          SimulationRow row = query.on(session.getMapper(SimulationMapper.class));
          return row == null ? Optional.empty() : Optional.of(named(row));
        });
  }

  /** Damage names its simulation, though the query was for no certain one. */
  private static Simulation named(SimulationRow row) {
    try {
      return row.toSimulation();
    } catch (DamagedColumnException e) {
      throw new CorruptDataException("simulation '" + row.name() + "'", e.column(), e.problem(), e);
    }
  }

  private List<Simulation> findMany(Query<List<SimulationRow>> query) {
    return work.read(
        Place.inAll(TABLE),
        session -> {
          List<Simulation> found = new ArrayList<>();
          for (SimulationRow row : query.on(session.getMapper(SimulationMapper.class))) {
            found.add(named(row));
          }
          return found;
        });
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    String digits = prefix.replace("-", "");
    if (!HEX.matcher(digits).matches() || !hyphenated(digits).startsWith(prefix)) {
      return List.of();
    }
    UUID first = UUID.fromString(hyphenated(padded(digits, '0')));
    UUID last = UUID.fromString(hyphenated(padded(digits, 'f')));
    return findMany(mapper -> mapper.findBetween(first, last, limit));
  }

  private static String padded(String digits, char with) {
    return digits + String.valueOf(with).repeat(32 - digits.length());
  }

  /**
   * As much of the printed form 8-4-4-4-12 as there are digits for, with the hyphen that follows.
   */
  private static String hyphenated(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      text.append(digits.charAt(i));
      if (i == 7 || i == 11 || i == 15 || i == 19) {
        text.append('-');
      }
    }
    return text.toString();
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    UUID bound = after.map(SimulationId::value).orElse(BEFORE_ALL);
    return findMany(mapper -> mapper.listAfter(bound, limit));
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return work.read(Place.of("segments", id), session -> lineage(session, id));
  }

  static Lineage lineage(SqlSession session, SimulationId id) throws DamagedColumnException {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    List<LineageRow> rows = mapper.lineage(id.value());
    if (rows.isEmpty()) {
      required(mapper, id);
      throw new DamagedColumnException("simulations.head_segment_id", "there is no such segment");
    }
    return LineageRow.toLineage(rows);
  }

  @Override
  public WriterSession openForWriting(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    long begin = System.nanoTime();
    while (true) {
      try {
        return tryOpen(id, writer, takeOver);
      } catch (ConflictException e) {
        if (System.nanoTime() - begin >= presence.patience().toNanos() || !pause()) {
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

  private WriterSession tryOpen(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    List<Session> opened = new ArrayList<>(1);
    try {
      return work.write(
          Place.of(TABLE, id),
          session -> {
            SimulationMapper mapper = session.getMapper(SimulationMapper.class);
            SimulationRow row = locked(mapper, id);
            if (takeOver == TakeOver.REFUSE && isAlive(session, id, row)) {
              throw present(row);
            }
            WriterEpoch epoch = row.epoch().next();
            mapper.update(row.opened(epoch, writer));
            opened.add(new Session(id, epoch, presence.putUp(session.getConnection(), id, epoch)));
            return opened.get(0);
          });
    } catch (RuntimeException e) {
      opened.forEach(session -> session.sign.close());
      throw e;
    }
  }

  private boolean isAlive(SqlSession session, SimulationId id, SimulationRow row)
      throws SQLException {
    return row.writer() != null && presence.isAlive(session.getConnection(), id, row.epoch());
  }

  private static ConflictException present(SimulationRow row) {
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        "simulation '"
            + row.name()
            + "' is being written by "
            + row.writer()
            + "; wait for it, or take over with 'resume --take-over'",
        Optional.of(row.writer()));
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

  @Override
  public void changeStatus(SimulationId id, WriterEpoch epoch, StatusChange change) {
    work.write(
        Place.of(TABLE, id),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          SimulationRow row = lockedByWriter(mapper, id, epoch);
          if (!row.statusValue().canBecome(change.status())) {
            throw new InvalidInputException(
                ErrorCode.INVALID_STATUS_CHANGE,
                "simulation '"
                    + row.name()
                    + "' is "
                    + row.status()
                    + " and cannot become "
                    + change.status().text());
          }
          return mapper.update(row.with(change));
        });
  }

  @Override
  public void delete(SimulationId id, WriterEpoch epoch) {
    work.write(
        Place.of(TABLE, id),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          SimulationRow row = lockedByWriter(mapper, id, epoch);
          String dependent = mapper.findDependent(id.value());
          if (dependent != null) {
            throw new ConflictException(
                ErrorCode.STILL_NEEDED,
                "the history of simulation '"
                    + dependent
                    + "' rests on simulation '"
                    + row.name()
                    + "'; delete that one first");
          }
          session.getMapper(CheckpointMapper.class).deleteAll(id.value());
          session.getMapper(TurnMapper.class).deleteTransitions(id.value());
          session.getMapper(TurnMapper.class).deleteStates(id.value());
          mapper.deleteSegments(id.value());
          return mapper.delete(id.value());
        });
  }

  private static SimulationRow required(SimulationMapper mapper, SimulationId id) {
    SimulationRow row = mapper.find(id.value());
    if (row == null) {
      throw notFound(id);
    }
    return row;
  }

  /** The row as it is under its lock: no other transaction changes it until this one ends. */
  private static SimulationRow locked(SimulationMapper mapper, SimulationId id)
      throws DamagedColumnException {
    mapper.lock(id.value());
    SimulationRow row = required(mapper, id);
    // A change seals the row anew, which must never seal damage in.
    row.requireSeal();
    return row;
  }

  private static SimulationRow lockedByWriter(
      SimulationMapper mapper, SimulationId id, WriterEpoch epoch) throws DamagedColumnException {
    SimulationRow row = locked(mapper, id);
    if (!row.isWrittenBy(epoch)) {
      throw fenced(row);
    }
    return row;
  }

  static NotFoundException notFound(SimulationId id) {
    return new NotFoundException(
        ErrorCode.SIMULATION_NOT_FOUND, "there is no simulation with id " + id);
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
}
