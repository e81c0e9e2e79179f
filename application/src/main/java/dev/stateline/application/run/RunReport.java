package dev.stateline.application.run;

import dev.stateline.domain.history.Head;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Receipt;

/** How a run ended. */
public final class RunReport {

  private final Simulation simulation;
  private final SimulationStatus status;
  private final TurnNumber start;
  private final TurnNumber target;
  private final Head head;
  private final TurnTimings timings;
  private final CommitTimes commits;
  private final long storedBytes;

  RunReport(
      Simulation simulation,
      SimulationStatus status,
      TurnNumber start,
      TurnNumber target,
      Head head,
      TurnTimings timings,
      CommitTimes commits,
      long storedBytes) {
    this.simulation = simulation;
    this.status = status;
    this.start = start;
    this.target = target;
    this.head = head;
    this.timings = timings;
    this.commits = commits;
    this.storedBytes = storedBytes;
  }

  /** The simulation as it was when it was opened for the run. */
  public Simulation simulation() {
    return simulation;
  }

  /**
   * {@code COMPLETED} if the target was reached, {@code PAUSED} if the run was asked to stop
   * before.
   */
  public SimulationStatus status() {
    return status;
  }

  /** The turn at which the run was to stop. */
  public TurnNumber target() {
    return target;
  }

  public Head head() {
    return head;
  }

  public Receipt receipt() {
    return head.receipt();
  }

  /** The turns that this run added. */
  public int turns() {
    return head.turn().value() - start.value();
  }

  /** Where the time of all its turns went. */
  public TurnTimings timings() {
    return timings;
  }

  /** How long each of its turns took until it was durable. */
  public CommitTimes commits() {
    return commits;
  }

  /** The bytes that the payloads of its turns take in the database. */
  public long storedBytes() {
    return storedBytes;
  }
}
