package dev.stateline.application.run;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.turn.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation is run on by something else than what computed its last turn.
 *
 * @param before what computed the last turn
 * @param now what will compute the next
 */
public record EngineChange(Simulation simulation, Provenance before, Provenance now) {

  public EngineChange {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(now, "now");
  }

  /** What changes; empty if nothing does. Another seed is no change: it has a rule of its own. */
  static Optional<EngineChange> between(Simulation simulation, Provenance before, Provenance now) {
    return before.withSeed(now.seed()).equals(now)
        ? Optional.empty()
        : Optional.of(new EngineChange(simulation, before, now));
  }

  /** The refusal of it. */
  InvalidInputException refusal() {
    return InvalidInputException.otherEngine(
        simulation.name(), simulation.head().turn().value(), described(before), described(now));
  }

  private static String described(Provenance provenance) {
    return engine(provenance)
        + " with parameters "
        + provenance.configurationHash().hex().substring(0, 12);
  }

  /** Whether another engine runs it on. */
  public boolean isEngine() {
    return !before.engineName().equals(now.engineName());
  }

  /** Whether the engine, or its version, is another. */
  public boolean isVersion() {
    return isEngine() || !before.engineVersion().equals(now.engineVersion());
  }

  /** Whether the parameters are others. */
  public boolean isParameters() {
    return !before.configurationHash().equals(now.configurationHash());
  }

  /**
   * What changes, on one line, for example {@code engine 1.0.0 computed turn 12 of simulation 'x',
   * engine 1.1.0 computes the next}.
   */
  public String sentence() {
    List<String> changes = new ArrayList<>();
    String turn = "turn " + simulation.head().turn() + " of simulation '" + simulation.name() + "'";
    if (isVersion()) {
      changes.add(engine(before) + " computed " + turn + ", " + engine(now) + " computes the next");
    }
    if (isParameters()) {
      changes.add(
          (isVersion() ? "with other parameters" : turn + " was computed with other parameters"));
    }
    return String.join(", ", changes);
  }

  private static String engine(Provenance provenance) {
    return provenance.engineName() + " " + provenance.engineVersion();
  }
}
