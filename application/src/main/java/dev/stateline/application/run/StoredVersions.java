package dev.stateline.application.run;

import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which versions of states are stored: those of heads, by scenario. Earlier turns, which may have
 * earlier versions, are not looked at: that would be a walk over the whole database. Thread-safe.
 */
public final class StoredVersions {

  private static final int PAGE = 200;
  private static final String NO_SCENARIO = "no scenario";

  private final Surroundings surroundings;

  public StoredVersions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The number of simulations by scenario and version; those that no scenario made are under {@code
   * no scenario}. Those that are damaged are left out. Reads one row of each simulation.
   *
   * @param most the number of simulations to look at, in the order of their creation
   */
  public SortedMap<String, SortedMap<Integer, Integer>> atHeads(int most) {
    SortedMap<String, SortedMap<Integer, Integer>> counts = new TreeMap<>();
    Optional<SimulationId> after = Optional.empty();
    List<ListedSimulation> page;
    int left = most;
    do {
      page = surroundings.persistence().simulations().look(after, Math.min(PAGE, left));
      left -= page.size();
      for (ListedSimulation listed : page) {
        if (listed.defect().isEmpty()) {
          listed.readable().ifPresent(simulation -> count(simulation, counts));
        }
        after = Optional.of(listed.id());
      }
    } while (page.size() == PAGE && left > 0);
    return counts;
  }

  private void count(Simulation simulation, SortedMap<String, SortedMap<Integer, Integer>> counts) {
    Map<Integer, Integer> versions =
        counts.computeIfAbsent(scenario(simulation), name -> new TreeMap<>());
    headVersion(simulation).ifPresent(version -> versions.merge(version, 1, Integer::sum));
  }

  private String scenario(Simulation simulation) {
    try {
      return ScenarioConfig.of(simulation, surroundings.documents()).scenario();
    } catch (InvalidInputException e) {
      return NO_SCENARIO;
    }
  }

  private Optional<Integer> headVersion(Simulation simulation) {
    TurnRange head = new TurnRange(simulation.head().turn(), simulation.head().turn());
    try (Stream<TurnRecord> turns =
        surroundings.persistence().states().history(simulation.id(), head)) {
      return turns.findFirst().map(TurnRecord::stateVersion);
    } catch (CorruptDataException e) {
      // Verification tells it; here it would hide all others.
      return Optional.empty();
    }
  }
}
