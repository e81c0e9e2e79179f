package dev.stateline.persistence.sql.internal.imports;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.branch.Trimming;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import dev.stateline.persistence.sql.internal.writer.WriterSessions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/**
 * {@link ImportPort} on SQL. An import is written as any simulation is; a status of its own keeps
 * it out of all other queries until it is published.
 */
public final class SqlImports implements ImportPort {

  private static final String TABLE = "simulation_records";

  private final SqlWork work;
  private final TurnWriter turns;
  private final WriterSessions writers;

  public SqlImports(SqlWork work, TurnWriter turns, WriterSessions writers) {
    this.work = work;
    this.turns = turns;
    this.writers = writers;
  }

  @Override
  public ImportSession open(ImportedSimulation simulation, WriterIdentity writer) {
    TurnRow initial =
        turns.encode(new Turn(simulation.initial(), Optional.empty()), Optional.empty());
    return new SqlImportSession(
        work,
        turns,
        simulation,
        writers.open(
            simulation.id(),
            writer,
            TakeOver.REFUSE,
            session -> {
              UUID id = simulation.id().value();
              if (session.getMapper(SimulationMapper.class).findAny(id) == null) {
                begin(session, simulation, initial);
              }
              return ImportRows.locked(session, simulation.id());
            }));
  }

  private void begin(SqlSession session, ImportedSimulation wanted, TurnRow initial)
      throws DamagedColumnException {
    requireAncestors(session, wanted);
    Optional<Head> shared = lastShared(session, wanted);
    Head head = shared.orElseGet(() -> Head.at(wanted.initial()));
    SimulationRow row =
        SimulationRow.importing(
            Simulation.of(
                    wanted.id(),
                    wanted.simulation().name(),
                    head,
                    wanted.simulation().seed(),
                    wanted.simulation().createdAt())
                .config(wanted.simulation().config())
                .metadata(wanted.simulation().metadata())
                .targetTurn(wanted.simulation().targetTurn())
                .build());
    SimulationRows.insert(session, row);
    if (shared.isEmpty()) {
      session
          .getMapper(SegmentMapper.class)
          .insert(SegmentRow.of(wanted.lineage().segments().get(0)));
      turns.insert(session, wanted.initial().provenance());
      turns.insert(session, initial);
    }
    session.getMapper(HeadMapper.class).insert(row);
  }

  /** Under their locks: none of them is deleted or goes back until the import stands on them. */
  private static void requireAncestors(SqlSession session, ImportedSimulation wanted)
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
      session.getMapper(HeadMapper.class).lock(ancestor.value());
      SimulationRow row = session.getMapper(SimulationMapper.class).find(ancestor.value());
      if (row == null) {
        throw wanted.ancestorMissing(ancestor);
      }
      wanted.requireReached(row.toSimulation());
    }
  }

  /** The last turn that is here because another simulation has it too; empty if none is. */
  private static Optional<Head> lastShared(SqlSession session, ImportedSimulation wanted)
      throws DamagedColumnException {
    TurnMapper mapper = session.getMapper(TurnMapper.class);
    Head head = null;
    for (Lineage.Part part : wanted.lineage().parts()) {
      Integer last = mapper.findLast(part.segment().value(), part.turns().to().value());
      if (last == null) {
        break;
      }
      head = headAt(mapper, part.segment(), last);
    }
    return Optional.ofNullable(head);
  }

  private static Head headAt(TurnMapper mapper, SegmentId segment, int turn)
      throws DamagedColumnException {
    TurnMapper.TurnProofRow proof = mapper.findProof(segment.value(), turn);
    if (proof.provenanceHash() == null) {
      throw new DamagedColumnException("turns.provenance", "there is no such provenance");
    }
    StateRef state = new StateRef(segment, new TurnNumber(turn), new ChainHash(proof.chainHash()));
    return new Head(segment, state, proof.provenanceHash());
  }

  @Override
  public List<Simulation> unfinished() {
    return work.ask(
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
    writers.untilKnownDead(() -> tryDiscard(id));
  }

  private int tryDiscard(SimulationId id) {
    return work.write(
        Place.of(TABLE, id),
        session -> {
          SimulationRow row = session.getMapper(SimulationMapper.class).findAny(id.value());
          if (row == null || !row.isImporting()) {
            throw NotFoundException.unfinishedImport(id);
          }
          writers.requireNoneAlive(session, ImportRows.locked(session, id));
          return Trimming.delete(session, id);
        });
  }
}
