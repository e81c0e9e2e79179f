package dev.stateline.persistence.sql.internal.audit;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRow;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRows;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.simulation.SegmentMapper;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationRows;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Checks the rows beside the turns: a simulation's own, its head, its segments, its checkpoints.
 */
final class Bookkeeping {

  private static final int CHECKPOINT_PAGE = 256;

  private final SqlWork work;

  Bookkeeping(SqlWork work) {
    this.work = work;
  }

  List<Defect> check(SimulationId id) {
    List<Defect> defects = new ArrayList<>();
    SimulationRow simulation =
        readable(
            Place.of("simulation_records", id),
            defects,
            session -> SimulationRows.required(session, id));
    if (simulation != null) {
      checkSimulation(simulation, defects);
      checkHead(simulation, defects);
    }
    checkSegments(id, simulation == null ? null : simulation.headSegmentId(), defects);
    checkCheckpoints(id, defects);
    return defects;
  }

  @FunctionalInterface
  private interface Check {
    void run() throws DamagedColumnException;
  }

  private static void check(List<Defect> defects, Check check) {
    try {
      check.run();
    } catch (DamagedColumnException e) {
      defects.add(Defect.beside(e.column(), e.problem()));
    }
  }

  /** What was read, or null and a defect if it could not be. */
  private <T> T readable(Place place, List<Defect> defects, SqlWork.Work<T> read) {
    try {
      return work.read(place, read);
    } catch (CorruptDataException e) {
      defects.add(new Defect(place.turnIfAny(), e.column(), e.problem()));
      return null;
    }
  }

  private void checkSimulation(SimulationRow row, List<Defect> defects) {
    // The seal covers a column of the head; without that row, nothing can be said of the other.
    if (row.writerEpoch() == null) {
      defects.add(Defect.beside("heads", "the row is missing"));
    } else {
      checkRow(row, defects);
    }
  }

  private void checkRow(SimulationRow row, List<Defect> defects) {
    try {
      work.check(Place.of("simulation_records", new SimulationId(row.id())), row::toSimulation);
    } catch (CorruptDataException e) {
      defects.add(Defect.beside(e.column(), e.problem()));
    }
  }

  private void checkHead(SimulationRow row, List<Defect> defects) {
    SimulationId id = new SimulationId(row.id());
    Integer after =
        readable(
            Place.of("turns", id),
            defects,
            session -> session.getMapper(TurnMapper.class).findAfterHead(row.id()));
    if (after != null) {
      defects.add(
          Defect.beside(
              "heads.turn_number", "turns up to " + after + " are stored after the head"));
    }
    Lineage lineage =
        readable(Place.of("segments", id), defects, session -> Lineages.of(session, id));
    if (lineage != null
        && row.stateSegmentId() != null
        && lineage
            .segmentOf(lineage.headTurn())
            .filter(s -> !s.value().equals(row.stateSegmentId()))
            .isPresent()) {
      defects.add(
          Defect.beside(
              "heads.state_segment", "the history has the head's turn on another segment"));
    }
  }

  private void checkSegments(SimulationId id, UUID head, List<Defect> defects) {
    List<SegmentRow> rows =
        readable(
            Place.of("segments", id),
            defects,
            session -> session.getMapper(SegmentMapper.class).segments(id.value()));
    for (SegmentRow row : rows == null ? List.<SegmentRow>of() : rows) {
      if (row.id().equals(head) && !row.simulationId().equals(id.value())) {
        defects.add(Defect.beside("heads.segment", "the segment is another simulation's to write"));
      }
      check(defects, row::requireSeal);
    }
  }

  private void checkCheckpoints(SimulationId id, List<Defect> defects) {
    // Where the way to the turns is damaged, that is told already, and no checkpoint's fault.
    boolean isWaySound = defects.isEmpty();
    int turn = -1;
    UUID last = new UUID(0, 0);
    List<CheckpointRow> page;
    do {
      page = checkpoints(id, turn, last, defects);
      for (CheckpointRow row : page) {
        boolean isSegmentThere = row.segmentId() != null || isWaySound;
        if (isSegmentThere && isSealed(row, defects) && isWaySound) {
          checkState(id, row, defects);
        }
        turn = row.turnNumber();
        last = row.id();
      }
    } while (page.size() == CHECKPOINT_PAGE);
  }

  private List<CheckpointRow> checkpoints(
      SimulationId id, int turn, UUID last, List<Defect> defects) {
    List<CheckpointRow> page =
        readable(
            Place.of("checkpoint_records", id),
            defects,
            session -> CheckpointRows.after(session, id.value(), turn, last, CHECKPOINT_PAGE));
    return page == null ? List.of() : page;
  }

  private static boolean isSealed(CheckpointRow row, List<Defect> defects) {
    try {
      row.requireSeal();
      return true;
    } catch (DamagedColumnException e) {
      defects.add(Defect.at(turn(row), e.column(), "a column of " + row.called() + " was changed"));
      return false;
    }
  }

  private static TurnNumber turn(CheckpointRow row) {
    return new TurnNumber(Math.max(0, row.turnNumber()));
  }

  private void checkState(SimulationId id, CheckpointRow row, List<Defect> defects) {
    TurnNumber turn = turn(row);
    Boolean isInHistory =
        readable(
            Place.of("checkpoint_records", id, turn),
            defects,
            session -> {
              Lineage lineage = Lineages.of(session, id);
              return TurnReader.has(session, lineage, row.toCheckpoint().state());
            });
    if (Boolean.FALSE.equals(isInHistory)) {
      defects.add(
          Defect.at(
              turn,
              "checkpoint_records.segment",
              row.called() + " does not name the state of its turn"));
    }
  }
}
