package dev.stateline.application.replay;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import java.util.List;
import java.util.Optional;

/** What came of a split check. */
public final class SplitReport {

  /** The two computations that differ. */
  public enum Between {
    /**
     * The run in one go, and the one that was cut and resumed: the scenario keeps a state of its
     * own.
     */
    UNBROKEN_AND_SPLIT,
    /**
     * The record, and the run in one go: the scenario is not a function, or not the one that ran.
     */
    RECORDED_AND_UNBROKEN
  }

  private final Simulation simulation;
  private final TurnNumber split;
  private final TurnNumber last;
  private final Optional<TurnNumber> differing;
  private final Optional<Between> between;
  private final List<Mismatch> mismatches;

  SplitReport(
      Simulation simulation,
      TurnNumber split,
      TurnNumber last,
      Optional<TurnNumber> differing,
      Optional<Between> between,
      List<Mismatch> mismatches) {
    this.simulation = simulation;
    this.split = split;
    this.last = last;
    this.differing = differing;
    this.between = between;
    this.mismatches = List.copyOf(mismatches);
  }

  public Simulation simulation() {
    return simulation;
  }

  /** The turn after which the one run was closed and resumed. */
  public TurnNumber split() {
    return split;
  }

  /** The last turn that both were to compute. */
  public TurnNumber last() {
    return last;
  }

  /** Whether all turns came out the same, and as they are recorded. */
  public boolean isEqual() {
    return differing.isEmpty();
  }

  /** The first turn that came out in two ways; the check ended with it. */
  public Optional<TurnNumber> differingTurn() {
    return differing;
  }

  /** Which two differ; empty if none do. */
  public Optional<Between> between() {
    return between;
  }

  /** Where they differ, a bounded number of places; the first of the two is what was expected. */
  public List<Mismatch> mismatches() {
    return mismatches;
  }
}
