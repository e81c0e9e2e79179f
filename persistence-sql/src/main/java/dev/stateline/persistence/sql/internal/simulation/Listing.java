package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Defect;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Lists simulations each for itself, so that damage to the rows of one hides no other. */
final class Listing {

  private static final String TABLE = "simulation_records";

  private final SqlWork work;

  Listing(SqlWork work) {
    this.work = work;
  }

  /** So many after an id, in the order of their ids. */
  List<ListedSimulation> after(UUID bound, int limit) {
    try {
      return work.read(
          Place.inAll(TABLE),
          session ->
              whole(session, session.getMapper(SimulationMapper.class).listAfter(bound, limit)));
    } catch (CorruptDataException e) {
      return oneByOne(bound, limit);
    }
  }

  private static List<ListedSimulation> whole(SqlSession session, List<SimulationRow> rows)
      throws DamagedColumnException {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, HeadProof> heads = new HashMap<>();
    session
        .getMapper(SimulationMapper.class)
        .headProofs(rows.get(0).id(), rows.get(rows.size() - 1).id())
        .forEach(head -> heads.put(head.simulationId(), head));
    List<ListedSimulation> page = new ArrayList<>(rows.size());
    for (SimulationRow row : rows) {
      page.add(whole(row, heads.get(row.id())));
    }
    return page;
  }

  /**
   * @throws DamagedColumnException if a row of it is not what was written
   */
  private static ListedSimulation whole(SimulationRow row, HeadProof head)
      throws DamagedColumnException {
    Simulation simulation = row.toSimulation();
    row.requireHead(head);
    return ListedSimulation.of(simulation);
  }

  /** A damaged row ends a query for all; asked for by itself, it is named. */
  private List<ListedSimulation> oneByOne(UUID bound, int limit) {
    int all =
        work.ask(Place.inAll(TABLE), session -> session.getMapper(SimulationMapper.class).count());
    List<ListedSimulation> found = new ArrayList<>();
    boolean isEnd = false;
    for (int skipped = 0; !isEnd && skipped < all && found.size() < limit; skipped++) {
      int before = skipped;
      try {
        List<UUID> next =
            work.ask(
                Place.inAll(TABLE),
                session -> session.getMapper(SimulationMapper.class).idsAfter(bound, before));
        next.forEach(id -> one(id).ifPresent(found::add));
        isEnd = next.isEmpty();
      } catch (CorruptDataException e) {
        // An id that is none: nothing of this simulation can be asked for.
      }
    }
    return found;
  }

  /** The simulation of this name; empty if there is none. */
  Optional<ListedSimulation> named(SimulationName name) {
    return Optional.ofNullable(
            work.ask(
                Place.inAll(TABLE),
                session -> session.getMapper(SimulationMapper.class).findId(name.value())))
        .flatMap(this::one);
  }

  /** The simulation of this id; empty if there is none, or it is not shown yet. */
  Optional<ListedSimulation> one(UUID id) {
    try {
      return work.read(
          Place.of(TABLE, new SimulationId(id)),
          session -> {
            SimulationRow row = session.getMapper(SimulationMapper.class).find(id);
            return row == null
                ? Optional.empty()
                : whole(session, List.of(row)).stream().findFirst();
          });
    } catch (CorruptDataException e) {
      return Optional.of(damaged(new SimulationId(id), Defect.beside(e.column(), e.problem())));
    }
  }

  private ListedSimulation damaged(SimulationId id, Defect defect) {
    String name =
        work.ask(
            Place.inAll(TABLE),
            session -> session.getMapper(SimulationMapper.class).findName(id.value()));
    String called = name == null ? id.toString() : name;
    return new ListedSimulation.Damaged(id, called, defect, readable(id, called));
  }

  /** What leads to its turns may be sound where something else is not. */
  private Optional<Simulation> readable(SimulationId id, String name) {
    try {
      LastTurn last =
          work.ask(
              Place.inAll(TABLE),
              session -> session.getMapper(SimulationMapper.class).findLastTurn(id.value()));
      return Optional.ofNullable(last)
          .map(turn -> asStored(id).orElseGet(() -> bare(id, name, turn)).but().head(turn.head()))
          .map(Simulation.Builder::build);
    } catch (CorruptDataException e) {
      return Optional.empty();
    }
  }

  private Optional<Simulation> asStored(SimulationId id) {
    try {
      return Optional.of(
          work.ask(
              Place.inAll(TABLE), session -> SimulationRows.required(session, id).asItStands()));
    } catch (CorruptDataException e) {
      return Optional.empty();
    }
  }

  private static Simulation bare(SimulationId id, String name, LastTurn last) {
    return Simulation.of(id, named(id, name), last.head(), last.seed(), Instant.EPOCH).build();
  }

  private static SimulationName named(SimulationId id, String name) {
    try {
      return new SimulationName(name);
    } catch (InvalidInputException e) {
      return new SimulationName(id.toString());
    }
  }
}
