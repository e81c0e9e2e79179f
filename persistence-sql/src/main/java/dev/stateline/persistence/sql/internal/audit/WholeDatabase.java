package dev.stateline.persistence.sql.internal.audit;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.SegmentRow;
import dev.stateline.persistence.sql.internal.simulation.SimulationMapper;
import dev.stateline.persistence.sql.internal.simulation.SimulationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Checks what belongs to no one simulation: the database's structure, and rows of nobody. */
final class WholeDatabase {

  private static final String NOBODY = " of no simulation that there is";

  private final SqlWork work;
  private final SqlDialect dialect;

  WholeDatabase(SqlWork work, SqlDialect dialect) {
    this.work = work;
    this.dialect = dialect;
  }

  List<Defect> check() {
    List<Defect> defects = new ArrayList<>();
    defects.addAll(
        read(defects, "(file structure)", s -> dialect.structure(s.getConnection()), List.of()));
    read(defects, "simulation_records", s -> s.getMapper(StrayMapper.class).ids(), List.of());
    checkImporting(defects);
    count(defects, "heads.simulation_id", StrayMapper::headsOfNobody, NOBODY);
    count(defects, "segments.simulation_id", StrayMapper::segmentsOfNobody, NOBODY);
    count(defects, "segments.parent", StrayMapper::segmentsOfNoParent, " with no such parent");
    if (defects.isEmpty()) {
      count(defects, "segments.parent", StrayMapper::segmentsInCircles, " in a circle of parents");
    }
    count(defects, "checkpoint_records.simulation_id", StrayMapper::checkpointsOfNobody, NOBODY);
    count(defects, "turns.segment", StrayMapper::turnsOfNoSegment, " with no such segment");
    checkSegments(defects);
    if (defects.isEmpty() && stray(defects, "heads", StrayMapper::lostHeads) == 0) {
      count(defects, "turns", StrayMapper::turnsOfNoHistory, " that no head leads to");
    }
    if (defects.isEmpty()) {
      defects.addAll(read(defects, "(views)", s -> dialect.views(s.getConnection()), List.of()));
    }
    return defects;
  }

  /** One that is hidden because it is not whole yet; its row must say so itself. */
  private void checkImporting(List<Defect> defects) {
    List<SimulationRow> rows =
        read(
            defects,
            "simulation_records",
            session -> session.getMapper(SimulationMapper.class).listImporting(),
            List.of());
    for (SimulationRow row : rows) {
      try {
        row.requireSeal();
      } catch (DamagedColumnException e) {
        defects.add(
            Defect.beside(
                e.column(),
                "a column of the row of '"
                    + row.name()
                    + "', which says it is being imported, was"
                    + " changed"));
      }
    }
  }

  private void checkSegments(List<Defect> defects) {
    List<SegmentRow> rows =
        read(
            defects,
            "segments",
            session -> session.getMapper(StrayMapper.class).segmentsOfNoHistory(),
            List.of());
    for (SegmentRow row : rows) {
      try {
        row.requireSeal();
      } catch (DamagedColumnException e) {
        defects.add(Defect.beside(e.column(), e.problem()));
      }
    }
  }

  private void count(
      List<Defect> defects, String column, ToIntFunction<StrayMapper> query, String what) {
    int rows = stray(defects, column, query);
    if (rows > 0) {
      defects.add(Defect.beside(column, rows + (rows == 1 ? " row" : " rows") + what));
    }
  }

  private int stray(List<Defect> defects, String column, ToIntFunction<StrayMapper> query) {
    return read(defects, column, s -> query.applyAsInt(s.getMapper(StrayMapper.class)), 0);
  }

  /** What was read; a defect and the other value if it could not be. */
  private <T> T read(List<Defect> defects, String table, SqlWork.Work<T> read, T otherwise) {
    try {
      return work.read(Place.inAll(table), read);
    } catch (CorruptDataException e) {
      Defect defect = Defect.beside(e.column(), e.problem());
      if (!defects.contains(defect)) {
        defects.add(defect);
      }
      return otherwise;
    }
  }
}
