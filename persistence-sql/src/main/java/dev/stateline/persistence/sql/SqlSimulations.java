package dev.stateline.persistence.sql;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.ibatis.session.SqlSession;

/** {@link SimulationPort} on SQL. */
final class SqlSimulations implements SimulationPort {

  private static final String TABLE = "simulations";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{0,32}");
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SqlWork work;
  private final SqlStates states;
  private final SqlWriters writers;
  private final SqlBranches branches;

  SqlSimulations(SqlWork work, SqlStates states, SqlWriters writers) {
    this.work = work;
    this.states = states;
    this.writers = writers;
    this.branches = new SqlBranches(work, states);
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
            throw nameTaken(mapper, simulation.name());
          }
          mapper.insertSegment(SegmentRow.of(simulation.root()));
          states.insert(session, simulation.initial(), initial);
          return row.toSimulation();
        });
  }

  static ConflictException nameTaken(SimulationMapper mapper, SimulationName name) {
    return new ConflictException(
        ErrorCode.NAME_TAKEN,
        mapper.findByName(name.value()) == null
            ? "the name '"
                + name
                + "' is kept for an import that is not finished; choose another name, or finish or"
                + " discard that one with 'transfer'"
            : "there is a simulation named '"
                + name
                + "' already; choose another name, or run that one on with 'resume'");
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
  public Simulation fork(NewFork fork) {
    return branches.fork(fork);
  }

  @Override
  public Simulation rollBack(Rollback rollback) {
    return branches.rollBack(rollback);
  }

  @Override
  public WriterSession openForWriting(SimulationId id, WriterIdentity writer, TakeOver takeOver) {
    return writers.open(
        id, writer, takeOver, session -> locked(session.getMapper(SimulationMapper.class), id));
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
          return deleteRows(session, id);
        });
  }

  static int deleteRows(SqlSession session, SimulationId id) {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    List<UUID> parents = mapper.findParentsOfOthers(id.value());
    session.getMapper(CheckpointMapper.class).deleteAll(id.value());
    session.getMapper(TurnMapper.class).deleteTransitions(id.value());
    session.getMapper(TurnMapper.class).deleteStates(id.value());
    mapper.deleteSegments(id.value());
    int deleted = mapper.delete(id.value());
    parents.forEach(parent -> SqlBranches.trim(session, parent));
    return deleted;
  }

  static SimulationRow required(SimulationMapper mapper, SimulationId id) {
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

  static SimulationRow lockedByWriter(SimulationMapper mapper, SimulationId id, WriterEpoch epoch)
      throws DamagedColumnException {
    SimulationRow row = locked(mapper, id);
    SqlWriters.requireInForce(row, epoch);
    return row;
  }

  static NotFoundException notFound(SimulationId id) {
    return new NotFoundException(
        ErrorCode.SIMULATION_NOT_FOUND, "there is no simulation with id " + id);
  }
}
