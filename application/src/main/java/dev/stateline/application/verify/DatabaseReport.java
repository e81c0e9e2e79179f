package dev.stateline.application.verify;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.turn.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What verification of a whole database found. Immutable. */
public final class DatabaseReport {

  /**
   * A defect with whose it is.
   *
   * @param simulation its name; empty for what belongs to no one simulation
   */
  public record Place(Optional<String> simulation, Defect defect) {

    public Place {
      Objects.requireNonNull(simulation, "simulation");
      Objects.requireNonNull(defect, "defect");
    }
  }

  private final int simulations;
  private final long turns;
  private final List<Place> defects;

  private DatabaseReport(Builder builder) {
    this.simulations = builder.simulations;
    this.turns = builder.turns;
    this.defects = List.copyOf(builder.defects);
  }

  /** How many simulations there are, those included that could not be read. */
  public int simulations() {
    return simulations;
  }

  /** The number of turns that were read; one that several simulations share counts for each. */
  public long turns() {
    return turns;
  }

  /** Everything that is not as it was written: what belongs to no simulation first. */
  public List<Place> defects() {
    return defects;
  }

  /** Whether all is as it was written. */
  public boolean isClean() {
    return defects.isEmpty();
  }

  /** Puts a report together. Not thread-safe. */
  static final class Builder {
    private final Set<Defect> database;
    private final List<Place> defects = new ArrayList<>();
    private int simulations;
    private long turns;

    Builder(List<Defect> database) {
      this.database = Set.copyOf(database);
      database.forEach(defect -> defects.add(new Place(Optional.empty(), defect)));
    }

    void verified(VerificationReport report) {
      simulations++;
      turns += report.turns();
      Optional<String> name = Optional.of(report.simulation().name().value());
      report.defects().stream()
          .filter(defect -> !isOfDatabase(defect))
          .forEach(defect -> defects.add(new Place(name, defect)));
    }

    /** One that could not be read to its end. */
    void damaged(ListedSimulation listed, CorruptDataException damage) {
      simulations++;
      Defect defect = Defect.beside(damage.column(), damage.problem());
      if (!isOfDatabase(defect)) {
        defects.add(new Place(Optional.of(listed.name()), defect));
      }
    }

    /** What the whole database lacks is told once, and not of each simulation. */
    private boolean isOfDatabase(Defect defect) {
      return database.contains(Defect.beside(defect.column(), defect.problem()));
    }

    /** What kept the rest from being read. */
    void damaged(CorruptDataException damage) {
      Place place = new Place(Optional.empty(), Defect.beside(damage.column(), damage.problem()));
      if (!defects.contains(place)) {
        defects.add(place);
      }
    }

    DatabaseReport build() {
      return new DatabaseReport(this);
    }
  }
}
