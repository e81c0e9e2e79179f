package dev.stateline.persistence.sql.internal.audit;

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
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.dialect.Reason;
import dev.stateline.persistence.sql.dialect.SqlDialect;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.turn.PagedTurns;
import dev.stateline.persistence.sql.internal.turn.TurnContents;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnReader;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/**
 * {@link AuditPort} on SQL. Turns are read row by row, so that one that cannot be read does not
 * hide its neighbours.
 */
public final class SqlAudit implements AuditPort {

  private static final int PAGE = 64;

  private final SqlWork work;
  private final Payloads payloads;
  private final TurnReader reader;
  private final Bookkeeping bookkeeping;
  private final WholeDatabase database;

  public SqlAudit(SqlWork work, Payloads payloads, TurnReader reader, SqlDialect dialect) {
    this.work = work;
    this.payloads = payloads;
    this.reader = reader;
    this.bookkeeping = new Bookkeeping(work);
    this.database = new WholeDatabase(work, dialect);
  }

  /** SQL that only an audit asks. */
  public static Class<?> mapper() {
    return StrayMapper.class;
  }

  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    Lineage lineage = work.read(Place.of("segments", id), session -> leading(session, id));
    TurnContents contents = reader.contents(id);
    return PagedTurns.stream(
        lineage.within(range), PAGE, (segment, turns, limit) -> page(id, segment, turns, contents));
  }

  /** A head that names no turn may be any number of turns ahead of the last one. */
  private static Lineage leading(SqlSession session, SimulationId id)
      throws DamagedColumnException {
    Lineage lineage = Lineages.of(session, id);
    if (session.getMapper(TurnMapper.class).findAtHead(id.value()) != null) {
      return lineage;
    }
    Optional<TurnNumber> last = Lineages.lastTurn(session, id);
    if (last.isEmpty()) {
      throw new DamagedColumnException(
          "heads.turn_number", "there is no such turn where the head is said to be");
    }
    return new Lineage(lineage.segments(), last.get());
  }

  private List<AuditedTurn> page(
      SimulationId id, SegmentId segment, TurnRange turns, TurnContents contents) {
    List<AuditedTurn> found = new ArrayList<>();
    for (int turn = turns.from().value(); turn <= turns.to().value(); turn++) {
      turn(id, segment, new TurnNumber(turn), contents).ifPresent(found::add);
    }
    return found;
  }

  private Optional<AuditedTurn> turn(
      SimulationId id, SegmentId segment, TurnNumber turn, TurnContents contents) {
    List<Defect> defects = new ArrayList<>();
    TurnRow row = row(id, segment, turn, defects);
    if (row == null) {
      return defects.isEmpty()
          ? Optional.empty()
          : Optional.of(AuditedTurn.unreadable(turn, defects));
    }
    checkProvenance(row, turn, defects);
    Optional<Content> content = made(() -> contents.decodedState(row), turn, defects);
    Optional<AuditedTransition> transition = transition(row, turn, defects);
    // Where a document is not the one that was hashed, that names the damage better.
    if (defects.isEmpty() && isAsHashed(content, row.stateHash()) && isAsHashed(transition)) {
      checkSeal(row, turn, defects);
    }
    return Optional.of(
        new AuditedTurn(
            turn,
            true,
            row.simulatedTime(),
            content,
            Optional.ofNullable(row.stateHash()),
            Optional.ofNullable(row.chainHash()),
            Optional.ofNullable(row.provenanceHash()),
            transition,
            defects));
  }

  private TurnRow row(SimulationId id, SegmentId segment, TurnNumber turn, List<Defect> defects) {
    try {
      return work.ask(
          Place.of("turns", id, turn),
          session -> {
            TurnRow row = session.getMapper(TurnMapper.class).find(segment.value(), turn.value());
            if (row != null) {
              // Asked for here, where a moment that cannot be simulated time counts as damage.
              row.simulatedTime();
            }
            return row;
          });
    } catch (CorruptDataException e) {
      defects.add(Defect.at(turn, e.column(), e.problem()));
      return null;
    }
  }

  private static void checkProvenance(TurnRow row, TurnNumber turn, List<Defect> defects) {
    try {
      row.provenance();
    } catch (DamagedColumnException e) {
      defects.add(Defect.at(turn, e.column(), e.problem()));
    } catch (RuntimeException e) {
      defects.add(Defect.at(turn, "provenances", "the row is damaged: " + Reason.of(e)));
    }
  }

  private Optional<AuditedTransition> transition(
      TurnRow row, TurnNumber turn, List<Defect> defects) {
    if (turn.value() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new AuditedTransition(
            content(row.storedActions(), turn, defects),
            content(row.storedOutcomes(), turn, defects),
            Optional.ofNullable(row.actionsHash()),
            Optional.ofNullable(row.outcomesHash())));
  }

  private Optional<Content> content(StoredDocument stored, TurnNumber turn, List<Defect> defects) {
    return made(() -> payloads.decoded(stored, Optional.empty()), turn, defects);
  }

  private static Optional<Content> made(
      SqlWork.Making<Content> content, TurnNumber turn, List<Defect> defects) {
    try {
      return Optional.of(content.make());
    } catch (DamagedColumnException e) {
      defects.add(Defect.at(turn, e.column(), e.problem()));
      return Optional.empty();
    }
  }

  private static boolean isAsHashed(Optional<Content> content, Sha256 hash) {
    return content.isPresent() && content.get().hash().equals(hash);
  }

  private static boolean isAsHashed(Optional<AuditedTransition> transition) {
    return transition.stream()
        .allMatch(
            t ->
                isAsHashed(t.actions(), t.actionsHash().orElse(null))
                    && isAsHashed(t.outcomes(), t.outcomesHash().orElse(null)));
  }

  private static void checkSeal(TurnRow row, TurnNumber turn, List<Defect> defects) {
    try {
      row.requireSeal();
    } catch (DamagedColumnException e) {
      defects.add(Defect.at(turn, e.column(), e.problem()));
    }
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    return bookkeeping.check(Objects.requireNonNull(id, "id"));
  }

  @Override
  public List<Defect> database() {
    return database.check();
  }
}
