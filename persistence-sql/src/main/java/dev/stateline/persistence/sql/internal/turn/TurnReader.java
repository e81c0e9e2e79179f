package dev.stateline.persistence.sql.internal.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import dev.stateline.persistence.sql.internal.simulation.Lineages;
import dev.stateline.persistence.sql.internal.turn.KnownStates.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** Reads turns: one with one query, many with one a page. Thread-safe. */
public final class TurnReader {

  private static final String TABLE = "turns";
  private static final int RECORD_PAGE = 256;
  private static final int DOCUMENT_PAGE = 16;

  private final SqlWork work;
  private final Payloads payloads;
  private final KnownStates known;

  /**
   * @param cacheBytes of states that are kept for the next one who reads them; 0 for none
   */
  public TurnReader(SqlWork work, Payloads payloads, long cacheBytes) {
    this.work = work;
    this.payloads = payloads;
    this.known = new KnownStates(payloads, cacheBytes);
  }

  /** What of the states that are read is in memory. */
  public List<Figure> figures() {
    return known.figures();
  }

  /** As {@link dev.stateline.domain.port.StatePersistencePort#stateAt}. */
  public State stateAt(SimulationId id, TurnNumber turn) {
    Optional<Known> nearest = known.nearest(id, turn);
    if (nearest.isPresent()) {
      try {
        return stateAt(id, turn, nearest);
      } catch (CorruptDataException e) {
        // What is damaged is told by what the database has alone.
        known.forget(nearest.get());
      }
    }
    return stateAt(id, turn, Optional.empty());
  }

  private State stateAt(SimulationId id, TurnNumber turn, Optional<Known> nearest) {
    return work.ask(
        Place.of(TABLE, id, turn),
        session -> {
          Sha256 hash = nearest.map(Known::hash).orElse(null);
          List<TurnRow> read =
              session.getMapper(TurnMapper.class).findState(id.value(), turn.value(), hash);
          TurnRow row = FoundTurns.found(session, TurnRow.of(turn, read), id, turn);
          return FoundTurns.proven(session, row, row.storedState())
              .toState(known.content(id, TurnRow.chain(read), nearest));
        });
  }

  /** As {@link dev.stateline.domain.port.StatePersistencePort#transitionAt}. */
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return work.ask(
        Place.of(TABLE, id, turn),
        session -> {
          TurnRow read =
              session.getMapper(TurnMapper.class).findTransition(id.value(), turn.value());
          TurnRow row = FoundTurns.found(session, read, id, turn);
          return FoundTurns.proven(session, row, row.storedActions(), row.storedOutcomes())
              .toTransition(payloads);
        });
  }

  /**
   * A state of the history that leads to another one.
   *
   * @param last up to here the history goes; its segment holds it
   * @return empty if it has no such turn, or if that is pruned
   */
  Optional<Trail.Point> pointAt(StateRef last, int turn) {
    return work.ask(
        Place.of(TABLE, null, new TurnNumber(turn)),
        session -> {
          List<TurnRow> chain =
              session.getMapper(TurnMapper.class).findChain(last.segment().value(), turn);
          TurnRow row = TurnRow.of(new TurnNumber(turn), chain);
          if (row == null || row.turnNumber() == null) {
            return Optional.empty();
          }
          StateRef ref = row.ref();
          return ref.turn().equals(last.turn()) && !ref.equals(last)
              ? Optional.empty()
              : payloads
                  .content(TurnRow.chain(chain))
                  .document()
                  .map(document -> new Trail.Point(ref, document));
        });
  }

  /** Decodes the states of a history as they are read one after the other. */
  public TurnContents contents(SimulationId id) {
    return new TurnContents(
        payloads,
        row ->
            work.ask(
                Place.of(TABLE, id, row.turn()),
                session ->
                    session
                        .getMapper(TurnMapper.class)
                        .findChain(row.segmentId(), row.turnNumber())));
  }

  /** As {@link dev.stateline.domain.port.StatePersistencePort#history}. */
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return PagedTurns.stream(
        lineage(id).within(range),
        RECORD_PAGE,
        (segment, turns, limit) -> {
          try {
            return records(id, segment, turns);
          } catch (CorruptDataException e) {
            return recordsOneByOne(id, segment, turns);
          }
        });
  }

  private List<TurnRecord> records(SimulationId id, SegmentId segment, TurnRange turns) {
    return work.ask(Place.of(TABLE, id, turns.from()), session -> records(session, segment, turns));
  }

  /** Damage in a page is told of the page's first turn; asked for by itself, of its own. */
  private List<TurnRecord> recordsOneByOne(SimulationId id, SegmentId segment, TurnRange turns) {
    List<TurnRecord> records = new ArrayList<>();
    for (TurnNumber t = turns.from(); !t.isAfter(turns.to()); t = t.next()) {
      records.addAll(records(id, segment, new TurnRange(t, t)));
    }
    return records;
  }

  private static List<TurnRecord> records(SqlSession session, SegmentId segment, TurnRange turns)
      throws DamagedColumnException {
    List<TurnRecord> records = new ArrayList<>();
    int next = turns.from().value();
    for (TurnSummaryRow row :
        session
            .getMapper(TurnMapper.class)
            .findSummaries(segment.value(), next, turns.to().value())) {
      requireTurn(next++, row.turnNumber());
      if (row.isPruned()) {
        FoundTurns.requireSeal(session, segment.value(), row.turnNumber());
      }
      records.add(row.toRecord());
    }
    requireTurn(turns.to().value() + 1, next);
    return records;
  }

  /** Turns are numbered without a gap: one that is not there was there. */
  private static void requireTurn(int expected, int found) throws DamagedColumnException {
    if (expected != found) {
      throw new DamagedColumnException(
          TABLE, "the row of turn " + Math.min(expected, found) + " is missing");
    }
  }

  /** As {@link dev.stateline.domain.port.StatePersistencePort#turns}. */
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    TurnContents contents = contents(id);
    return PagedTurns.stream(
        lineage(id).within(range),
        DOCUMENT_PAGE,
        (segment, turns, limit) -> {
          List<Turn> page = new ArrayList<>();
          List<TurnRow> rows = page(id, segment, turns);
          for (TurnNumber t = turns.from(); !t.isAfter(turns.to()); t = t.next()) {
            page.add(sealed(id, t, rows, contents));
          }
          return page;
        });
  }

  private List<TurnRow> page(SimulationId id, SegmentId segment, TurnRange turns) {
    try {
      return work.ask(
          Place.of(TABLE, id, turns.from()),
          session ->
              session
                  .getMapper(TurnMapper.class)
                  .findAll(segment.value(), turns.from().value(), turns.to().value()));
    } catch (CorruptDataException e) {
      return oneByOne(id, segment, turns);
    }
  }

  /** A damaged row ends the query for all; asked for by itself, its turn is named. */
  private List<TurnRow> oneByOne(SimulationId id, SegmentId segment, TurnRange turns) {
    List<TurnRow> rows = new ArrayList<>();
    for (TurnNumber t = turns.from(); !t.isAfter(turns.to()); t = t.next()) {
      int turn = t.value();
      rows.add(
          work.ask(
              Place.of(TABLE, id, t),
              session ->
                  FoundTurns.present(
                      session.getMapper(TurnMapper.class).find(segment.value(), turn))));
    }
    return rows;
  }

  /** Decoded outside of the query, so that the message for damage names the turn. */
  private Turn sealed(SimulationId id, TurnNumber turn, List<TurnRow> page, TurnContents contents) {
    return work.check(
        Place.of(TABLE, id, turn),
        () -> {
          TurnRow row =
              FoundTurns.present(
                  page.stream()
                      .filter(r -> r.turnNumber() == turn.value())
                      .findFirst()
                      .orElse(null));
          Turn read = new Turn(row.toState(contents.state(row)), row.toTransition(payloads));
          row.requireSeal();
          return read;
        });
  }

  private Lineage lineage(SimulationId id) {
    return work.ask(Place.of("segments", id), session -> Lineages.of(session, id));
  }

  /** The state that a segment holds at a turn, by what proves it; empty if it holds none. */
  public static Optional<StateRef> refAt(SqlSession session, SegmentId segment, TurnNumber turn) {
    UUID id = segment.value();
    return Optional.ofNullable(session.getMapper(TurnMapper.class).findProof(id, turn.value()))
        .map(proof -> new StateRef(segment, turn, new ChainHash(proof.chainHash())));
  }

  /** Whether a lineage has exactly this state. */
  public static boolean has(SqlSession session, Lineage lineage, StateRef state) {
    return lineage.segmentOf(state.turn()).equals(Optional.of(state.segment()))
        && refAt(session, state.segment(), state.turn()).equals(Optional.of(state));
  }
}
