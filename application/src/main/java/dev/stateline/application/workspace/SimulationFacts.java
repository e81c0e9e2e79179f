package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a run, without its states.
 *
 * @param engines what computed its turns, in their order; the first stretch begins with turn 0
 * @param documentBytes of all its states, in canonical form
 * @param storedBytes of all its states, as they are stored
 * @param processingTime of action source and engine in all its turns
 * @param lastTurnAt when its head was written, wall clock
 */
public record SimulationFacts(
    Simulation simulation,
    List<Stretch> engines,
    List<Checkpoint> checkpoints,
    long documentBytes,
    long storedBytes,
    Duration processingTime,
    Instant lastTurnAt) {

  /**
   * Turns that one engine computed, in one version, with the same parameters and seed.
   *
   * @param from inclusive
   * @param to inclusive
   */
  public record Stretch(TurnNumber from, TurnNumber to, Provenance provenance) {}

  public SimulationFacts {
    engines = List.copyOf(engines);
    checkpoints = List.copyOf(checkpoints);
  }

  /** Reads the records of all turns, and a state for each stretch. */
  public static SimulationFacts of(Stateline stateline, Simulation simulation) {
    Tally tally = new Tally(stateline, simulation);
    TurnRange turns = new TurnRange(TurnNumber.ZERO, simulation.head().turn());
    try (Stream<TurnRecord> records = stateline.history().history(simulation.id(), turns)) {
      records.forEach(tally::add);
    }
    List<Checkpoint> checkpoints = new ArrayList<>();
    Pages.<Checkpoint>of(after -> stateline.checkpoints().list(simulation.id(), after, Pages.SIZE))
        .forEach(checkpoints::add);
    return tally.facts(checkpoints);
  }

  /** Counts the turns as they come. */
  private static final class Tally {

    private final Stateline stateline;
    private final Simulation simulation;
    private final List<TurnRecord> first = new ArrayList<>();
    private long documentBytes;
    private long storedBytes;
    private Duration processingTime = Duration.ZERO;
    private Instant lastTurnAt;

    Tally(Stateline stateline, Simulation simulation) {
      this.stateline = stateline;
      this.simulation = simulation;
      this.lastTurnAt = simulation.createdAt();
    }

    void add(TurnRecord turn) {
      if (first.isEmpty()
          || !first.get(first.size() - 1).provenanceHash().equals(turn.provenanceHash())) {
        first.add(turn);
      }
      documentBytes += turn.documentSize();
      storedBytes += turn.storedSize();
      processingTime = processingTime.plus(turn.processingTime().orElse(Duration.ZERO));
      lastTurnAt = turn.createdAt();
    }

    SimulationFacts facts(List<Checkpoint> checkpoints) {
      List<Stretch> engines = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        TurnNumber from = first.get(i).turn();
        TurnNumber to =
            i + 1 < first.size()
                ? new TurnNumber(first.get(i + 1).turn().value() - 1)
                : simulation.head().turn();
        engines.add(new Stretch(from, to, provenance(from)));
      }
      return new SimulationFacts(
          simulation, engines, checkpoints, documentBytes, storedBytes, processingTime, lastTurnAt);
    }

    private Provenance provenance(TurnNumber turn) {
      return stateline.history().stateAt(simulation.id(), turn).provenance();
    }
  }
}
