package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.Interventions;
import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a run, without its states.
 *
 * @param engines what computed its turns, in their order; the first stretch begins with turn 0
 * @param interventions how persons changed its turns, in their order
 * @param documentBytes of all its states, in canonical form
 * @param storedBytes of all its states, as they are stored
 * @param processingTime of action source and engine in all its turns
 * @param lastTurnAt when its head was written, wall clock
 */
public record SimulationFacts(
    Simulation simulation,
    List<Stretch> engines,
    List<Checkpoint> checkpoints,
    List<Change> interventions,
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

  /** A turn that a person changed. */
  public record Change(TurnNumber turn, Intervention intervention) {}

  public SimulationFacts {
    interventions = List.copyOf(interventions);
    engines = List.copyOf(engines);
    checkpoints = List.copyOf(checkpoints);
  }

  /** Reads the records of all turns, a state for each stretch, and actions for each segment. */
  public static SimulationFacts of(Workspace workspace, Simulation simulation) {
    Stateline stateline = workspace.stateline();
    Tally tally = new Tally(stateline, simulation, workspace.documents());
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
    private final DocumentTools documents;
    private final List<Change> interventions = new ArrayList<>();
    private Optional<SegmentId> segment = Optional.empty();
    private final List<TurnRecord> first = new ArrayList<>();
    private long documentBytes;
    private long storedBytes;
    private Duration processingTime = Duration.ZERO;
    private Instant lastTurnAt;

    Tally(Stateline stateline, Simulation simulation, DocumentTools documents) {
      this.stateline = stateline;
      this.simulation = simulation;
      this.documents = documents;
      this.lastTurnAt = simulation.createdAt();
    }

    void add(TurnRecord turn) {
      if (first.isEmpty()
          || !first.get(first.size() - 1).provenanceHash().equals(turn.provenanceHash())) {
        first.add(turn);
      }
      if (!segment.equals(Optional.of(turn.segment()))) {
        // A changed turn is the first of its segment.
        segment = Optional.of(turn.segment());
        interventions(turn.turn()).forEach(i -> interventions.add(new Change(turn.turn(), i)));
      }
      documentBytes += turn.documentSize();
      storedBytes += turn.storedSize();
      processingTime = processingTime.plus(turn.processingTime().orElse(Duration.ZERO));
      lastTurnAt = turn.createdAt();
    }

    private List<Intervention> interventions(TurnNumber turn) {
      return Interventions.of(
          turn,
          simulation.config(),
          stateline.history().transitionAt(simulation.id(), turn),
          documents);
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
          simulation,
          engines,
          checkpoints,
          interventions,
          documentBytes,
          storedBytes,
          processingTime,
          lastTurnAt);
    }

    private Provenance provenance(TurnNumber turn) {
      return stateline.history().stateAt(simulation.id(), turn).provenance();
    }
  }
}
