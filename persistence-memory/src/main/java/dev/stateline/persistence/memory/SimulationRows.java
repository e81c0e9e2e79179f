package dev.stateline.persistence.memory;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** All simulations of a database, by id and by name. To be used inside the {@link Gate}. */
final class SimulationRows {

  /** The order of ids as they are printed; that of {@link UUID#compareTo} is another one. */
  static final Comparator<UUID> ID_ORDER =
      ((Comparator<UUID>)
              (a, b) ->
                  Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()))
          .thenComparing(
              (a, b) ->
                  Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()));

  private final NavigableMap<SimulationId, SimulationRow> byId =
      new TreeMap<>(Comparator.comparing(SimulationId::value, ID_ORDER));
  private final Map<SimulationName, SimulationRow> byName = new HashMap<>();
  private final NavigableMap<SimulationId, SimulationRow> staged =
      new TreeMap<>(Comparator.comparing(SimulationId::value, ID_ORDER));

  int count() {
    return byId.size();
  }

  void add(SimulationRow row) {
    if (byId.containsKey(row.id())) {
      throw new InvalidInputException(
          "the simulation id " + row.id() + " is in use; every simulation gets an id of its own");
    }
    requireFree(row.name());
    byId.put(row.id(), row);
    byName.put(row.name(), row);
  }

  /** Keeps one that is not whole yet: it has its name, but is not found. */
  void stage(SimulationRow row) {
    requireFree(row.name());
    staged.put(row.id(), row);
  }

  void unstage(SimulationRow row) {
    staged.remove(row.id());
  }

  /** All, those included that are not whole yet. */
  Stream<SimulationRow> everyone() {
    return Stream.concat(byId.values().stream(), staged.values().stream());
  }

  /** Those that are not whole yet, in the order of their ids. */
  Collection<SimulationRow> staged() {
    return staged.values();
  }

  Optional<SimulationRow> findStaged(SimulationId id) {
    return Optional.ofNullable(staged.get(id));
  }

  /** A segment of any simulation's. */
  Optional<SegmentRow> segment(SegmentId id) {
    return byId.values().stream().flatMap(row -> row.segment(id).stream()).findFirst();
  }

  /**
   * @throws ConflictException NAME_TAKEN
   */
  void requireFree(SimulationName name) {
    if (staged.values().stream().anyMatch(s -> s.name().equals(name))) {
      throw ConflictException.nameKept(name);
    }
    if (byName.containsKey(name)) {
      throw ConflictException.nameTaken(name);
    }
  }

  void remove(SimulationRow row) {
    byId.remove(row.id());
    byName.remove(row.name());
  }

  Optional<SimulationRow> find(SimulationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<SimulationRow> find(SimulationName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  SimulationRow get(SimulationId id) {
    return find(id).orElseThrow(() -> NotFoundException.simulation(id));
  }

  /** All, in the order of their ids. */
  Collection<SimulationRow> all() {
    return byId.values();
  }

  /** Those whose ids come after this one, in the order of their ids. */
  Collection<SimulationRow> after(SimulationId id) {
    return byId.tailMap(id, false).values();
  }

  /**
   * @throws InvalidInputException if the limit is below 1
   */
  static int requireLimit(int limit) {
    if (limit < 1) {
      throw new InvalidInputException("a page holds 1 or more entries, not " + limit);
    }
    return limit;
  }
}
