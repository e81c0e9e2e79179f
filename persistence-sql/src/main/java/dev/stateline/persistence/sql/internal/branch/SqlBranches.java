package dev.stateline.persistence.sql.internal.branch;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointMapper;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRows;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import dev.stateline.persistence.sql.internal.turn.TurnWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** {@link BranchPort} on SQL: a few rows each, however long the history is. */
public final class SqlBranches implements BranchPort {

  private static final String TABLE = "simulation_records";

  private final SqlWork work;
  private final TurnWriter turns;

  public SqlBranches(SqlWork work, TurnWriter turns) {
    this.work = work;
    this.turns = turns;
  }

  @Override
  public Simulation fork(NewFork fork) {
    Optional<TurnRow> first = fork.first().map(t -> turns.encode(t, Optional.of(fork.base())));
    return work.writeOnce(
        Place.of(TABLE, fork.id()),
        session -> {
          SimulationRow row = SimulationRow.of(forked(fork, requireBase(session, fork)));
          SimulationRows.insert(session, row);
          session.getMapper(SegmentMapper.class).insert(SegmentRow.of(fork.segment()));
          fork.first().ifPresent(t -> turns.insert(session, t.state().provenance()));
          first.ifPresent(t -> turns.insert(session, t));
          session.getMapper(HeadMapper.class).insert(row);
          return SimulationRows.required(session, fork.id()).toSimulation();
        },
        session -> {
          Trimming.lockOwner(session, fork.base().segment().value());
          SimulationRow row = session.getMapper(SimulationMapper.class).find(fork.id().value());
          return row == null ? Optional.empty() : Optional.of(row.toSimulation());
        });
  }

  /**
   * What the base was computed by. Under the lock of the simulation that the base belongs to, which
   * cannot be deleted then.
   */
  private static Sha256 requireBase(SqlSession session, NewFork fork) {
    StateRef base = fork.base();
    Trimming.lockOwner(session, base.segment().value());
    TurnMapper.TurnProofRow found =
        session.getMapper(TurnMapper.class).findProof(base.segment().value(), base.turn().value());
    if (found == null || !base.chainHash().value().equals(found.chainHash())) {
      throw NotFoundException.base(fork.name(), base.turn().value());
    }
    return found.provenanceHash();
  }

  private static Simulation forked(NewFork fork, Sha256 baseProvenance) {
    Sha256 provenance =
        fork.first().map(turn -> turn.state().provenance().hash()).orElse(baseProvenance);
    // The seed is not written with the simulation: its segment knows the one in force.
    return Simulation.of(
            fork.id(),
            fork.name(),
            new Head(fork.segment().id(), fork.headState(), provenance),
            0,
            fork.createdAt())
        .config(fork.config())
        .metadata(fork.metadata())
        .targetTurn(fork.targetTurn())
        .build();
  }

  @Override
  public Simulation rollBack(Rollback rollback) {
    SimulationId id = rollback.simulation();
    return work.writeOnce(
        Place.of(TABLE, id),
        session -> {
          SimulationRow row = SimulationRows.lockedWithSoundHead(session, id);
          SimulationRows.requireInForce(row, rollback.epoch());
          Simulation simulation = row.toSimulation();
          Rollback.requireNotArchived(simulation.name(), simulation.status());
          Lineage lineage = Lineages.of(session, id);
          rollback.requireFits(lineage);
          Head back = headAt(session, rollback);
          session.getMapper(SegmentMapper.class).insert(SegmentRow.of(rollback.head()));
          if (rollback.tail().isPresent()) {
            keep(session, simulation, rollback.tail().get(), rollback.turn());
          } else {
            requireUnneeded(session, simulation, lineage, rollback);
          }
          SimulationRows.update(
              session,
              simulation
                  .but()
                  .head(back)
                  .status(simulation.status().afterRollback(), Optional.empty())
                  .build());
          if (rollback.tail().isEmpty()) {
            discard(session, simulation, lineage, rollback.turn());
          }
          return SimulationRows.required(session, id).toSimulation();
        },
        session -> {
          session.getMapper(HeadMapper.class).lock(id.value());
          SimulationRow row = SimulationRows.required(session, id);
          SimulationRows.requireInForce(row, rollback.epoch());
          return row.headSegmentId().equals(rollback.head().id().value())
              ? Optional.of(row.toSimulation())
              : Optional.empty();
        });
  }

  private static Head headAt(SqlSession session, Rollback rollback) throws DamagedColumnException {
    SegmentId segment = rollback.head().parent().orElseThrow();
    TurnMapper.TurnProofRow proof =
        session.getMapper(TurnMapper.class).findProof(segment.value(), rollback.turn().value());
    if (proof == null || proof.provenanceHash() == null) {
      throw new DamagedColumnException(
          "turns", "the row to go back to, or its provenance, is missing");
    }
    StateRef state = new StateRef(segment, rollback.turn(), new ChainHash(proof.chainHash()));
    return new Head(rollback.head().id(), state, proof.provenanceHash());
  }

  /** What a rollback leaves behind: archived, its head where the simulation's was. */
  private static void keep(
      SqlSession session, Simulation simulation, Rollback.Tail tail, TurnNumber turn)
      throws DamagedColumnException {
    Head head = simulation.head();
    SimulationRow row =
        SimulationRow.of(
            Simulation.of(
                    tail.id(),
                    tail.name(),
                    new Head(tail.segment().id(), head.state(), head.provenanceHash()),
                    simulation.seed(),
                    tail.segment().createdAt())
                .status(
                    SimulationStatus.ARCHIVED,
                    Optional.of(tail.reason(simulation.name(), head.turn())))
                .config(simulation.config())
                .metadata(simulation.metadata())
                .targetTurn(simulation.targetTurn())
                .build());
    SimulationRows.insert(session, row);
    session.getMapper(SegmentMapper.class).insert(SegmentRow.of(tail.segment()));
    session.getMapper(HeadMapper.class).insert(row);
    CheckpointRows.give(session, simulation.id().value(), turn.value(), tail.id());
  }

  private static void requireUnneeded(
      SqlSession session, Simulation simulation, Lineage lineage, Rollback rollback) {
    UUID id = simulation.id().value();
    int turn = rollback.turn().value();
    String named = session.getMapper(CheckpointMapper.class).findNamedAfter(id, turn);
    if (named != null) {
      throw rollback.stillNeeded(simulation.name(), "checkpoint '" + named + "'");
    }
    for (UUID segment : ownTail(simulation.id(), lineage, turn)) {
      String other = session.getMapper(SegmentMapper.class).findDependentAfter(id, segment, turn);
      if (other != null) {
        throw rollback.stillNeeded(simulation.name(), "simulation '" + other + "'");
      }
    }
  }

  /**
   * The segments that the simulation began and that hold, or may hold, turns after this one; the
   * last one first, since segments refer to those before them.
   */
  private static List<UUID> ownTail(SimulationId simulation, Lineage lineage, int turn) {
    List<Segment> segments = new ArrayList<>(lineage.segments());
    Collections.reverse(segments);
    List<UUID> own = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.simulation().equals(simulation)) {
        own.add(segment.id().value());
      }
      if (segment.firstTurn().value() <= turn) {
        break;
      }
    }
    return own;
  }

  private static void discard(
      SqlSession session, Simulation simulation, Lineage lineage, TurnNumber turn) {
    session.getMapper(CheckpointMapper.class).deleteAfter(simulation.id().value(), turn.value());
    ownTail(simulation.id(), lineage, turn.value())
        .forEach(segment -> Trimming.trim(session, segment));
  }
}
