package dev.stateline.application.verify;

import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Defect;
import dev.stateline.domain.turn.Receipt;
import java.util.List;
import java.util.Optional;

/** What verification found. */
public final class VerificationReport {

  private final Simulation simulation;
  private final int turns;
  private final List<Defect> defects;
  private final List<Defect> database;
  private final Optional<String> mismatch;

  VerificationReport(
      Simulation simulation,
      int turns,
      List<Defect> defects,
      List<Defect> database,
      Optional<String> mismatch) {
    this.simulation = simulation;
    this.turns = turns;
    this.defects = List.copyOf(defects);
    this.database = List.copyOf(database);
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

  /** What is wrong with the database and belongs to no one simulation; it may concern this one. */
  public List<Defect> database() {
    return database;
  }

  /**
   * The last turn up to which all is as it was written, and from which a fork can go on; empty if
   * there is none, or if rows are damaged that a fork would rest on.
   */
  public Optional<TurnNumber> soundUntil() {
    boolean forkable =
        defects.stream()
            .allMatch(
                d ->
                    d.turn().isPresent()
                        || d.column().startsWith("heads") && !d.column().equals("heads.segment")
                        || d.column().startsWith("checkpoint_records"));
    int first =
        defects.stream()
            .filter(d -> !d.column().startsWith("checkpoint_records"))
            .flatMap(d -> d.turn().stream())
            .mapToInt(TurnNumber::value)
            .min()
            .orElse(turns);
    return forkable && first > 0 ? Optional.of(new TurnNumber(first - 1)) : Optional.empty();
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
    return defects.isEmpty() && database.isEmpty() && mismatch.isEmpty();
  }
}
