package dev.stateline.persistence.sql.internal.simulation;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.session.Place;
import dev.stateline.persistence.sql.internal.session.SqlWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** {@link SimulationPort} on SQL. */
public final class SqlSimulations implements SimulationPort {

  private static final String TABLE = "simulation_records";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{0,32}");
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SqlWork work;
  private final Listing listing;
  private final Function<NewSimulation, Consumer<SqlSession>> creation;

  /**
   * @param creation encodes a simulation with its first turn, and gives what writes it
   */
  public SqlSimulations(SqlWork work, Function<NewSimulation, Consumer<SqlSession>> creation) {
    this.work = work;
    this.listing = new Listing(work);
    this.creation = creation;
  }

  @Override
  public Simulation create(NewSimulation simulation) {
    // Encoding takes longer than the inserts, so it is done before the connection is held.
    Consumer<SqlSession> write = creation.apply(simulation);
    return work.write(
        Place.of(TABLE, simulation.id()),
        session -> {
          write.accept(session);
          return SimulationRows.required(session, simulation.id()).toSimulation();
        });
  }

  @Override
  public Optional<Simulation> find(SimulationId id) {
    return findOne(Place.of(TABLE, id), mapper -> mapper.find(id.value()));
  }

  @Override
  public Optional<Simulation> find(SimulationName name) {
    return findOne(Place.of(TABLE, name), mapper -> mapper.findByName(name.value()));
  }

  @FunctionalInterface
  private interface Query<T> {
    T on(SimulationMapper mapper);
  }

  private Optional<Simulation> findOne(Place place, Query<SimulationRow> query) {
    return work.ask(
        place,
        session -> {
          SimulationRow row = query.on(session.getMapper(SimulationMapper.class));
          return row == null ? Optional.empty() : Optional.of(named(row));
        });
  }

  /** Damage names its simulation, though the query was for no certain one. */
  private static Simulation named(SimulationRow row) {
    try {
      return row.toSimulation();
    } catch (DamagedColumnException e) {
      throw new CorruptDataException(
          "simulation '" + row.name() + "'", e.column(), e.problem(), Remedy.VERIFY);
    }
  }

  private List<Simulation> findMany(Query<List<SimulationRow>> query) {
    return work.ask(
        Place.inAll(TABLE),
        session -> {
          List<Simulation> found = new ArrayList<>();
          for (SimulationRow row : query.on(session.getMapper(SimulationMapper.class))) {
            found.add(named(row));
          }
          return found;
        });
  }

  @Override
  public List<Simulation> findByIdPrefix(String prefix, int limit) {
    String digits = prefix.replace("-", "");
    if (!HEX.matcher(digits).matches() || !hyphenated(digits).startsWith(prefix)) {
      return List.of();
    }
    UUID first = UUID.fromString(hyphenated(padded(digits, '0')));
    UUID last = UUID.fromString(hyphenated(padded(digits, 'f')));
    try {
      return findMany(mapper -> mapper.findBetween(first, last, limit));
    } catch (CorruptDataException e) {
      return oneByOne(
          listing.after(BEFORE_ALL, Integer.MAX_VALUE).stream()
              .filter(listed -> listed.id().toString().startsWith(prefix))
              .limit(limit));
    }
  }

  /** Damage names no simulation in a query for several; asked for by itself, it does. */
  private List<Simulation> oneByOne(Stream<ListedSimulation> some) {
    return some.map(listed -> find(listed.id())).flatMap(Optional::stream).toList();
  }

  private static String padded(String digits, char with) {
    return digits + String.valueOf(with).repeat(32 - digits.length());
  }

  /**
   * As much of the printed form 8-4-4-4-12 as there are digits for, with the hyphen that follows.
   */
  private static String hyphenated(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      text.append(digits.charAt(i));
      if (i == 7 || i == 11 || i == 15 || i == 19) {
        text.append('-');
      }
    }
    return text.toString();
  }

  @Override
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    UUID bound = after.map(SimulationId::value).orElse(BEFORE_ALL);
    try {
      return findMany(mapper -> mapper.listAfter(bound, limit));
    } catch (CorruptDataException e) {
      return oneByOne(listing.after(bound, limit).stream());
    }
  }

  @Override
  public List<ListedSimulation> look(Optional<SimulationId> after, int limit) {
    return listing.after(after.map(SimulationId::value).orElse(BEFORE_ALL), limit);
  }

  @Override
  public Optional<ListedSimulation> look(SimulationId id) {
    return listing.one(id.value());
  }

  @Override
  public Optional<ListedSimulation> look(SimulationName name) {
    return listing.named(name);
  }

  @Override
  public Lineage lineage(SimulationId id) {
    return work.ask(Place.of("segments", id), session -> Lineages.of(session, id));
  }
}
