package dev.stateline.application.replay;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What came of a replay. */
public final class ReplayReport {

  private final Simulation simulation;
  private final TurnRange range;
  private final Tally tally;
  private final Optional<TurnNumber> differing;
  private final List<Mismatch> mismatches;

  /** What is counted along the way. */
  record Tally(
      int equalTurns,
      int upcastTurns,
      int interventionsTaken,
      SortedSet<Integer> storedVersions,
      int foreignTurns,
      Optional<ChainHash> chainHash) {}

  ReplayReport(
      Simulation simulation,
      TurnRange range,
      Tally tally,
      Optional<TurnNumber> differing,
      List<Mismatch> mismatches) {
    this.simulation = simulation;
    this.range = range;
    this.tally = tally;
    this.differing = differing;
    this.mismatches = List.copyOf(mismatches);
  }

  /** The simulation as it was when the replay began. */
  public Simulation simulation() {
    return simulation;
  }

  /** The turns that were to be replayed. */
  public TurnRange range() {
    return range;
  }

  /** The turns that came out as they were recorded, before the first that did not. */
  public int equalTurns() {
    return tally.equalTurns();
  }

  /** Whether every turn came out as it was recorded. */
  public boolean isEqual() {
    return differing.isEmpty();
  }

  /** The first turn that came out in another way; the replay ended with it. */
  public Optional<TurnNumber> differingTurn() {
    return differing;
  }

  /** Where it differs; a bounded number of places. Recorded is what was expected. */
  public List<Mismatch> mismatches() {
    return mismatches;
  }

  /**
   * The chain hash of the last turn that came out as it was recorded: the recorded one, for the
   * same turns have the same chain. Empty if there was none.
   */
  public Optional<ChainHash> chainHash() {
    return tally.chainHash();
  }

  /**
   * Turns with a state of an earlier version than the scenario's. Their upcast documents were
   * compared, and not their hashes.
   */
  public int upcastTurns() {
    return tally.upcastTurns();
  }

  /**
   * Turns whose state was taken from the record, because an intervention changed it in the shape of
   * an earlier version.
   */
  public int interventionsTaken() {
    return tally.interventionsTaken();
  }

  /** The versions of the recorded states that were read. */
  public SortedSet<Integer> storedVersions() {
    return tally.storedVersions();
  }

  /**
   * Turns that another engine, another version of it, or other parameters had computed than those
   * of the replay.
   */
  public int foreignTurns() {
    return tally.foreignTurns();
  }
}
