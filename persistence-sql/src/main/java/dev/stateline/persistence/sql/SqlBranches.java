package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Forks and rollbacks on SQL: a few rows each, however long the history is. */
final class SqlBranches {

  private static final String TABLE = "simulations";
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int CHECKPOINT_PAGE = 256;

  private final SqlWork work;
  private final SqlStates states;

  SqlBranches(SqlWork work, SqlStates states) {
    this.work = work;
    this.states = states;
  }

  Simulation fork(NewFork fork) {
    Optional<EncodedTurn> first = fork.first().map(turn -> EncodedTurn.of(turn, states));
    return work.writeOnce(
        Place.of(TABLE, fork.id()),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          requireBase(session, fork);
          if (mapper.insert(SimulationRow.of(fork)) == 0) {
            throw SqlSimulations.nameTaken(mapper, fork.name());
          }
          mapper.insertSegment(SegmentRow.of(fork.segment()));
          if (first.isPresent()) {
            requireChain(session, fork);
            first.get().insert(session, states);
          }
          return SqlSimulations.required(mapper, fork.id()).toSimulation();
        },
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          lockOwner(mapper, fork.segment().parent().orElseThrow().value());
          SimulationRow row = mapper.find(fork.id().value());
          return row == null ? Optional.empty() : Optional.of(row.toSimulation());
        });
  }

  /** Under the lock of the simulation that the base belongs to, which cannot be deleted then. */
  private static void requireBase(SqlSession session, NewFork fork) {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    UUID parent = fork.segment().parent().orElseThrow().value();
    TurnNumber turn = fork.segment().branchTurn().orElseThrow();
    lockOwner(mapper, parent);
    UUID found = session.getMapper(TurnMapper.class).findStateId(parent, turn.value());
    if (!fork.base().value().equals(found)) {
      throw fork.baseMissing();
    }
  }

  private static void lockOwner(SimulationMapper mapper, UUID segment) {
    UUID owner = mapper.findSegmentOwner(segment);
    if (owner != null) {
      mapper.lock(owner);
    }
  }

  private static void requireChain(SqlSession session, NewFork fork) {
    Sha256 base = session.getMapper(TurnMapper.class).findChainHash(fork.base().value());
    fork.requireChain(new ChainHash(base));
  }

  Simulation rollBack(Rollback rollback) {
    SimulationId id = rollback.simulation();
    return work.writeOnce(
        Place.of(TABLE, id),
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          SimulationRow row = SqlSimulations.lockedByWriter(mapper, id, rollback.epoch());
          Rollback.requireNotArchived(new SimulationName(row.name()), row.statusValue());
          Lineage lineage = SqlSimulations.lineage(session, id);
          rollback.requireFits(lineage);
          int turn = rollback.turn().value();
          UUID state =
              session
                  .getMapper(TurnMapper.class)
                  .findStateId(rollback.head().parent().orElseThrow().value(), turn);
          mapper.insertSegment(SegmentRow.of(rollback.head()));
          if (rollback.tail().isPresent()) {
            keep(session, row, rollback.tail().get(), turn);
          } else {
            requireUnneeded(session, row, lineage, rollback);
          }
          mapper.moveHead(row.id(), rollback.head().id().value(), turn, state);
          mapper.update(row.rolledBack());
          if (rollback.tail().isEmpty()) {
            discard(session, row, lineage, turn);
          }
          return SqlSimulations.required(mapper, id).toSimulation();
        },
        session -> {
          SimulationMapper mapper = session.getMapper(SimulationMapper.class);
          mapper.lock(id.value());
          SimulationRow row = SqlSimulations.required(mapper, id);
          return row.headSegmentId().equals(rollback.head().id().value())
              ? Optional.of(row.toSimulation())
              : Optional.empty();
        });
  }

  private static void keep(SqlSession session, SimulationRow row, Rollback.Tail tail, int turn)
      throws DamagedColumnException {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    if (mapper.insert(row.left(tail)) == 0) {
      throw SqlSimulations.nameTaken(mapper, tail.name());
    }
    mapper.insertSegment(SegmentRow.of(tail.segment()));
    CheckpointMapper checkpoints = session.getMapper(CheckpointMapper.class);
    List<CheckpointRow> page;
    do {
      // Those that were moved are no longer found, so that every page is the first one.
      page = checkpoints.listAfter(row.id(), turn + 1, BEFORE_ALL, CHECKPOINT_PAGE);
      for (CheckpointRow checkpoint : page) {
        // Sealing the row anew must never seal damage in.
        checkpoint.requireSeal();
        checkpoints.updateOwner(checkpoint.ownedBy(tail.id()));
      }
    } while (!page.isEmpty());
  }

  private static void requireUnneeded(
      SqlSession session, SimulationRow row, Lineage lineage, Rollback rollback) {
    int turn = rollback.turn().value();
    SimulationName name = new SimulationName(row.name());
    String named = session.getMapper(CheckpointMapper.class).findNamedAfter(row.id(), turn);
    if (named != null) {
      throw rollback.stillNeeded(name, "checkpoint '" + named + "'");
    }
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    for (UUID segment : ownTail(row, lineage, turn)) {
      String other = mapper.findDependentAfter(row.id(), segment, turn);
      if (other != null) {
        throw rollback.stillNeeded(name, "simulation '" + other + "'");
      }
    }
  }

  /**
   * The segments that the simulation began and that hold, or may hold, turns after this one; the
   * last one first, since segments refer to those before them.
   */
  private static List<UUID> ownTail(SimulationRow row, Lineage lineage, int turn) {
    List<Segment> segments = new ArrayList<>(lineage.segments());
    Collections.reverse(segments);
    List<UUID> own = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.simulation().value().equals(row.id())) {
        own.add(segment.id().value());
      }
      if (segment.firstTurn().value() <= turn) {
        break;
      }
    }
    return own;
  }

  private static void discard(SqlSession session, SimulationRow row, Lineage lineage, int turn) {
    session.getMapper(CheckpointMapper.class).deleteAfter(row.id(), turn);
    ownTail(row, lineage, turn).forEach(segment -> trim(session, segment));
  }

  /**
   * Deletes the turns of a segment that nothing rests on any more, and it, if nothing does. Under
   * the lock of its owner, which may be adding turns to it, or be forked from there.
   */
  static void trim(SqlSession session, UUID segment) {
    SimulationMapper mapper = session.getMapper(SimulationMapper.class);
    TurnMapper turns = session.getMapper(TurnMapper.class);
    lockOwner(mapper, segment);
    Integer needed = mapper.findLastNeeded(segment);
    int last = needed == null ? -1 : needed;
    turns.deleteTransitionsAfter(segment, last);
    turns.deleteStatesAfter(segment, last);
    if (needed == null) {
      UUID parent = mapper.findSegmentParent(segment);
      mapper.deleteSegment(segment);
      if (parent != null) {
        trim(session, parent);
      }
    }
  }
}
