package dev.stateline.application.transfer;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which simulations are transferred, in an order in which each comes after those whose turns it
 * shares.
 */
final class TransferPlan {

  private static final int PAGE = 100;

  private final Persistence source;
  private final Persistence target;

  TransferPlan(Persistence source, Persistence target) {
    this.source = source;
    this.target = target;
  }

  List<Simulation> all() {
    List<Simulation> found = new ArrayList<>();
    Optional<SimulationId> after = Optional.empty();
    List<Simulation> page;
    do {
      page = source.simulations().list(after, PAGE);
      found.addAll(page);
      after = page.isEmpty() ? after : Optional.of(page.get(page.size() - 1).id());
    } while (!page.isEmpty());
    return sorted(found);
  }

  /** These, and those whose turns they share. */
  List<Simulation> of(Collection<Simulation> wanted) {
    SimulationPort simulations = source.simulations();
    Map<SimulationId, Simulation> given = new HashMap<>();
    wanted.forEach(simulation -> given.put(simulation.id(), simulation));
    Map<SimulationId, Simulation> planned = new LinkedHashMap<>();
    for (Simulation next : sorted(given.values())) {
      // A lineage begins with the eldest. Ids tell less: clocks of two machines differ.
      simulations.lineage(next.id()).segments().stream()
          .map(Segment::simulation)
          .filter(id -> !id.equals(next.id()) && !planned.containsKey(id))
          .distinct()
          .flatMap(id -> Optional.ofNullable(given.get(id)).or(() -> simulations.find(id)).stream())
          .forEach(ancestor -> planned.put(ancestor.id(), ancestor));
      planned.putIfAbsent(next.id(), next);
    }
    return List.copyOf(planned.values());
  }

  private static List<Simulation> sorted(Collection<Simulation> simulations) {
    return simulations.stream().sorted((a, b) -> compare(a.id(), b.id())).toList();
  }

  private static int compare(SimulationId a, SimulationId b) {
    return a.toString().compareTo(b.toString());
  }

  /**
   * @throws ConflictException SIMULATION_EXISTS or NAME_TAKEN, naming all that are in the way
   */
  void requireNoConflict(List<Simulation> planned) {
    List<String> conflicts = new ArrayList<>();
    ErrorCode code = ErrorCode.NAME_TAKEN;
    for (Simulation simulation : planned) {
      Optional<Simulation> there = target.simulations().find(simulation.id());
      if (there.isPresent() && !isSame(simulation, there.get())) {
        code = ErrorCode.SIMULATION_EXISTS;
        conflicts.add(parted(simulation, there.get()));
      } else if (there.isEmpty() && target.simulations().find(simulation.name()).isPresent()) {
        conflicts.add("another simulation there is named '" + simulation.name() + "'");
      }
    }
    if (!conflicts.isEmpty()) {
      throw new ConflictException(
          code,
          "nothing was transferred to "
              + target.description()
              + ": "
              + String.join("; ", conflicts)
              + ". Delete what is there, or transfer the others by name");
    }
  }

  static boolean isSame(Simulation here, Simulation there) {
    return here.head().receipt().equals(there.head().receipt());
  }

  private static String parted(Simulation here, Simulation there) {
    return "simulation '"
        + here.name()
        + "' is there at turn "
        + there.head().turn()
        + ", and here at turn "
        + here.head().turn()
        + (here.head().turn().equals(there.head().turn()) ? " with another history" : "");
  }
}
