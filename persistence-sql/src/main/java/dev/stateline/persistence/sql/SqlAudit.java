package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.AuditedTurn.AuditedTransition;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.StateId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/**
 * {@link AuditPort} on SQL. Turns are read row by row, so that one that cannot be read does not
 * hide its neighbours.
 */
final class SqlAudit implements AuditPort {

  private static final int PAGE = 64;
  private static final int CHECKPOINT_PAGE = 256;

  private final SqlWork work;

  SqlAudit(SqlWork work) {
    this.work = work;
  }

  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    Lineage lineage =
        work.read(Place.of("segments", id), session -> SqlSimulations.lineage(session, id));
    return PagedTurns.stream(
        lineage.within(range), PAGE, (segment, turns, limit) -> page(id, segment, turns));
  }

  private List<AuditedTurn> page(SimulationId id, SegmentId segment, TurnRange turns) {
    List<AuditedTurn> found = new ArrayList<>();
    for (int turn = turns.from().value(); turn <= turns.to().value(); turn++) {
      turn(id, segment, new TurnNumber(turn)).ifPresent(found::add);
    }
    return found;
  }

  private Optional<AuditedTurn> turn(SimulationId id, SegmentId segment, TurnNumber turn) {
    List<Defect> defects = new ArrayList<>();
    StateRow row = stateRow(id, segment, turn, defects);
    if (row == null) {
      return defects.isEmpty() ? Optional.empty() : Optional.of(unreadable(turn, defects));
    }
    Optional<Document> document = document(row::document, turn, defects);
    Optional<Sha256> provenance = provenance(id, row, document, turn, defects);
    return Optional.of(
        new AuditedTurn(
            turn,
            Optional.of(new StateId(row.id())),
            row.simulatedTime(),
            document,
            Optional.of(row.stateHash()),
            Optional.of(row.chainHash()),
            provenance,
            transition(id, row.id(), turn, defects),
            defects));
  }

  /** A row that is there, but of which no column can be relied on. */
  private static AuditedTurn unreadable(TurnNumber turn, List<Defect> defects) {
    return new AuditedTurn(
        turn,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        defects);
  }

  private StateRow stateRow(
      SimulationId id, SegmentId segment, TurnNumber turn, List<Defect> defects) {
    return readable(
        Place.of("states", id, turn),
        defects,
        session -> {
          StateRow row =
              session.getMapper(TurnMapper.class).findState(segment.value(), turn.value());
          if (row != null) {
            // Asked for here, where a moment that cannot be simulated time counts as damage.
            row.simulatedTime();
          }
          return row;
        });
  }

  private Optional<Sha256> provenance(
      SimulationId id,
      StateRow row,
      Optional<Document> document,
      TurnNumber turn,
      List<Defect> defects) {
    ProvenanceRow provenance =
        readable(
            Place.of("provenances", id, turn),
            defects,
            session -> {
              SqlStates.provenance(session, row);
              return session.getMapper(TurnMapper.class).findProvenance(row.provenanceId());
            });
    if (provenance == null) {
      return Optional.empty();
    }
    if (!provenance.toProvenance().hash().equals(provenance.provenanceHash())) {
      defects.add(
          Defect.at(
              turn,
              "provenances.provenance_hash",
              "it is not the hash of engine, version, configuration and seed"));
    }
    if (isAsHashed(document, row.stateHash())
        && !row.checksum(provenance.provenanceHash()).equals(row.rowChecksum())) {
      defects.add(Defect.at(turn, "states.row_checksum", RowChecksum.BROKEN));
    }
    return Optional.of(provenance.provenanceHash());
  }

  private Optional<AuditedTransition> transition(
      SimulationId id, UUID state, TurnNumber turn, List<Defect> defects) {
    TransitionRow row =
        readable(
            Place.of("state_transitions", id, turn),
            defects,
            session -> session.getMapper(TurnMapper.class).findTransitionTo(state));
    if (row == null) {
      return Optional.empty();
    }
    Optional<Document> actions = document(row::actions, turn, defects);
    Optional<Document> outcomes = document(row::outcomes, turn, defects);
    if (isAsHashed(actions, row.actionsHash())
        && isAsHashed(outcomes, row.outcomesHash())
        && !row.checksum().equals(row.rowChecksum())) {
      defects.add(Defect.at(turn, "state_transitions.row_checksum", RowChecksum.BROKEN));
    }
    return Optional.of(
        new AuditedTransition(
            Optional.of(new StateId(row.fromStateId())),
            actions,
            outcomes,
            Optional.of(row.actionsHash()),
            Optional.of(row.outcomesHash()),
            Optional.of(row.transitionHash())));
  }

  /** Where it is not, that names the damage better than the checksum of the whole row. */
  private static boolean isAsHashed(Optional<Document> document, Sha256 hash) {
    return document.isPresent() && document.get().hash().equals(hash);
  }

  @FunctionalInterface
  private interface Decoding {
    Document document() throws DamagedColumnException;
  }

  private static Optional<Document> document(
      Decoding decoding, TurnNumber turn, List<Defect> defects) {
    try {
      return Optional.of(decoding.document());
    } catch (DamagedColumnException e) {
      defects.add(Defect.at(turn, e.column(), e.problem()));
      return Optional.empty();
    }
  }

  /** What was read, or null and a defect if it could not be. */
  private <T> T readable(Place place, List<Defect> defects, SqlWork.Work<T> read) {
    try {
      return work.read(place, read);
    } catch (CorruptDataException e) {
      defects.add(new Defect(Optional.ofNullable(place.turn()), e.column(), e.problem()));
      return null;
    }
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    List<Defect> defects = new ArrayList<>();
    SimulationRow simulation =
        readable(
            Place.of("simulations", id), defects, session -> SqlStates.simulation(session, id));
    if (simulation != null) {
      checkSimulation(simulation, defects);
    }
    checkSegments(id, simulation == null ? null : simulation.headSegmentId(), defects);
    checkCheckpoints(id, defects);
    return defects;
  }

  private void checkSimulation(SimulationRow row, List<Defect> defects) {
    if (!row.checksum().equals(row.rowChecksum())) {
      defects.add(Defect.beside("simulations.row_checksum", RowChecksum.BROKEN));
    }
    Integer last =
        work.read(
            Place.inAll("states"),
            session -> session.getMapper(TurnMapper.class).findTurnAfterHead(row.id()));
    if (last != null) {
      defects.add(
          Defect.beside(
              "simulations.head_turn", "turns up to " + last + " are stored after the head"));
    }
  }

  private void checkSegments(SimulationId id, UUID head, List<Defect> defects) {
    List<SegmentRow> rows =
        readable(
            Place.of("segments", id),
            defects,
            session -> session.getMapper(SimulationMapper.class).segments(id.value()));
    for (SegmentRow row : rows == null ? List.<SegmentRow>of() : rows) {
      if (row.id().equals(head) && !row.simulationId().equals(id.value())) {
        defects.add(
            Defect.beside(
                "simulations.head_segment_id", "the segment is another simulation's to write"));
      }
      if (!row.checksum().equals(row.rowChecksum())) {
        defects.add(
            Defect.beside(
                "segments.row_checksum", "a column of segment " + row.id() + " was changed"));
      }
    }
  }

  private void checkCheckpoints(SimulationId id, List<Defect> defects) {
    int turn = -1;
    UUID last = new UUID(0, 0);
    List<CheckpointRow> page;
    do {
      page = checkpoints(id, turn, last, defects);
      for (CheckpointRow row : page) {
        check(id, row, defects);
        turn = row.turnNumber();
        last = row.id();
      }
    } while (page.size() == CHECKPOINT_PAGE);
  }

  private List<CheckpointRow> checkpoints(
      SimulationId id, int turn, UUID last, List<Defect> defects) {
    List<CheckpointRow> page =
        readable(
            Place.of("checkpoints", id),
            defects,
            session ->
                session
                    .getMapper(CheckpointMapper.class)
                    .listAfter(id.value(), turn, last, CHECKPOINT_PAGE));
    return page == null ? List.of() : page;
  }

  private void check(SimulationId id, CheckpointRow row, List<Defect> defects) {
    TurnNumber turn = new TurnNumber(Math.max(0, row.turnNumber()));
    if (!row.checksum().equals(row.rowChecksum())) {
      defects.add(
          Defect.at(
              turn,
              "checkpoints.row_checksum",
              "a column of checkpoint '" + row.name() + "' was changed"));
    } else if (!isInHistory(id, row)) {
      defects.add(
          Defect.at(
              turn,
              "checkpoints.state_id",
              "checkpoint '" + row.name() + "' does not name the state of its turn"));
    }
  }

  private boolean isInHistory(SimulationId id, CheckpointRow row) {
    return work.read(
        Place.of("checkpoints", id),
        (SqlSession s) -> SqlStates.isInHistory(s, row.toCheckpoint()));
  }
}
