package dev.stateline.persistence.sql;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/**
 * {@link ImportPort} on SQL. An import is written as any simulation is; a status of its own keeps
 * it out of all other queries until it is published.
 */
final class SqlImports implements ImportPort {

  private static final String TABLE = "simulations";

  private final SqlWork work;
  private final SqlStates states;
  private final SqlWriters writers;

  SqlImports(SqlWork work, SqlStates states, SqlWriters writers) {
    this.work = work;
    this.states = states;
    this.writers = writers;
  }

  @Override
  public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
    PayloadEncoding.Encoded initial = states.encode(simulation.initial().document());
    return new SqlImportSession(
        work,
        states,
        simulation,
        writers.open(
            simulation.id(),
            writer,
            TakeOver.REFUSE,
            session -> {
              SimulationMapper mapper = session.getMapper(SimulationMapper.class);
              if (mapper.findAny(simulation.id().value()) == null) {
                begin(session, simulation, initial);
              }
              return lockedImport(mapper, simulation.id());
            }));
  }

  private void begin(SqlSession session, ImportedSimulation wanted, PayloadEncoding.Encoded initial)
      throws DamagedColumnException {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    requireAncestors(mapper, wanted);
    SimulationRow row = shared(session, wanted);
    boolean isRoot = row == null;
    State first = wanted.initial();
    if (isRoot) {
      row =
          SimulationRow.importing(
              wanted, first.segment().value(), first.turn().value(), first.id().value());
    }
    if (mapper.insert(row) == 0) {
      throw SqlSimulations.nameTaken(mapper, wanted.simulation().name());
    }
    if (isRoot) {
      mapper.insertSegment(SegmentRow.of(wanted.lineage().segments().get(0)));
      states.insert(session, first, initial);
    }
  }

  /** Under their locks: none of them is deleted or goes back until the import stands on them. */
  private static void requireAncestors(SimulationMapper mapper, ImportedSimulation wanted)
      throws DamagedColumnException {
    List<SimulationId> ancestors =
        wanted.lineage().segments().stream()
            .map(Segment::simulation)
            .filter(owner -> !owner.equals(wanted.id()))
            .distinct()
            // In the order in which turns of several simulations are written, too.
            .sorted(Comparator.comparing(SimulationId::toString))
            .toList();
    for (SimulationId ancestor : ancestors) {
      mapper.lock(ancestor.value());
      SimulationRow row = mapper.find(ancestor.value());
      if (row == null) {
        throw wanted.ancestorMissing(ancestor);
      }
      wanted.requireReached(row.toSimulation());
    }
  }

  /** Begun at the last turn that is here because another simulation has it too; null if none is. */
  private static SimulationRow shared(SqlSession session, ImportedSimulation wanted) {
    TurnMapper mapper = session.getMapper(TurnMapper.class);
    SimulationRow row = null;
    for (Lineage.Part part : wanted.lineage().parts()) {
      UUID segment = part.segment().value();
      Integer last = mapper.findLastTurn(segment, part.turns().to().value());
      if (last == null) {
        break;
      }
      row = SimulationRow.importing(wanted, segment, last, mapper.findStateId(segment, last));
    }
    return row;
  }

  /** The import as it is under its lock. */
  static SimulationRow lockedImport(SimulationMapper mapper, SimulationId id)
      throws DamagedColumnException {
    mapper.lock(id.value());
    SimulationRow row = mapper.findAny(id.value());
    if (row == null) {
      throw new NotFoundException(
          ErrorCode.SIMULATION_NOT_FOUND, "there is no unfinished import of simulation " + id);
    }
    if (!row.isImporting()) {
      throw new ConflictException(
          ErrorCode.SIMULATION_EXISTS,
          "simulation '" + row.name() + "' is there already, with the same id " + id);
    }
    row.requireSeal();
    return row;
  }

  @Override
  public List<Simulation> unfinished() {
    return work.read(
        Place.inAll(TABLE),
        session -> {
          List<Simulation> found = new ArrayList<>();
          for (SimulationRow row : session.getMapper(SimulationMapper.class).listImporting()) {
            found.add(row.toSimulation());
          }
          return found;
        });
  }

  @Override
  public void discard(SimulationId id) {
    writers.patiently(() -> tryDiscard(id));
  }

  private int tryDiscard(SimulationId id) {
    return work.write(
        Place.of(TABLE, id),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          SimulationRow row = mapper.findAny(id.value());
          if (row == null || !row.isImporting()) {
            throw new NotFoundException(
                ErrorCode.SIMULATION_NOT_FOUND,
                "there is no unfinished import of simulation " + id);
          }
          writers.requireNoneAlive(session, lockedImport(mapper, id));
          return SqlSimulations.deleteRows(session, id);
        });
  }
}
