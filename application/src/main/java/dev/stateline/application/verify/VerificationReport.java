package dev.stateline.application.verify;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import java.util.List;
import java.util.Optional;

/** What verification found. */
public final class VerificationReport {

  private final Simulation simulation;
  private final int turns;
  private final List<Defect> defects;
  private final Optional<String> mismatch;

  VerificationReport(
      Simulation simulation, int turns, List<Defect> defects, Optional<String> mismatch) {
    this.simulation = simulation;
    this.turns = turns;
    this.defects = List.copyOf(defects);
    this.mismatch = mismatch;
  }

  /** The simulation as it was when verification began. */
  public Simulation simulation() {
    return simulation;
  }

  /** The number of turns that were read, turn 0 included. */
  public int turns() {
    return turns;
  }

  /** Everything that is not as it was written, from the earliest turn on. */
  public List<Defect> defects() {
    return defects;
  }

  /** How the history differs from the expected receipt; empty if it does not, or none was given. */
  public Optional<String> mismatch() {
    return mismatch;
  }

  /** The receipt of the head as it is recorded. */
  public Receipt receipt() {
    return simulation.head().receipt();
  }

  /** Whether the stored history is whole, unchanged and the expected one. */
  public boolean isClean() {
    return defects.isEmpty() && mismatch.isEmpty();
  }
}
