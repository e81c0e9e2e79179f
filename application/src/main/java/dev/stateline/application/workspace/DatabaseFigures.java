package dev.stateline.application.workspace;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.Origin;
import dev.stateline.application.branch.Origins;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.spi.DatabaseStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a database holds, in numbers. A turn counts once, for the simulation that it is the own of:
 * what a fork shares counts for the simulation that it branched from. Not thread-safe.
 */
public final class DatabaseFigures {

  private final Stateline stateline;
  private final Origins origins;
  private final Map<SimulationStatus, Integer> byStatus = new EnumMap<>(SimulationStatus.class);
  private final List<Figure> figures = new ArrayList<>();

  public DatabaseFigures(Stateline stateline) {
    this.stateline = stateline;
    this.origins = stateline.branches().origins();
    for (SimulationStatus status : SimulationStatus.values()) {
      byStatus.put(status, 0);
    }
  }

  /** Adds what the database takes with its tables, where it tells. */
  public void add(DatabaseStatus status) {
    level("database_bytes", "What the whole database takes.", status.bytes())
        .ifPresent(figures::add);
    for (DatabaseStatus.TableSize table : status.tables()) {
      Stream.of(
              level("table_rows", "Rows of a table.", table.rows()),
              level("table_bytes", "What a table takes with its indexes.", table.bytes()))
          .flatMap(Optional::stream)
          .map(figure -> figure.with("table", table.name()))
          .forEach(figures::add);
    }
  }

  private static Optional<Figure> level(String name, String description, OptionalLong value) {
    return value.isPresent()
        ? Optional.of(level(name, description, value.getAsLong()))
        : Optional.empty();
  }

  private static Figure level(String name, String description, double value) {
    return Figure.level(name, description, () -> value);
  }

  /**
   * Adds a simulation: reads the records of its own turns.
   *
   * @throws dev.stateline.domain.error.CorruptDataException if one of them is damaged; then nothing
   *     of the simulation is added
   */
  public void add(Simulation simulation) {
    Sum sum = new Sum();
    TurnNumber first =
        origins.of(simulation.id()).map(Origin::turn).map(TurnNumber::next).orElse(TurnNumber.ZERO);
    TurnNumber head = simulation.head().turn();
    // A fork may have no turn of its own yet.
    if (!first.isAfter(head)) {
      TurnRange own = new TurnRange(first, head);
      try (Stream<TurnRecord> turns = stateline.history().history(simulation.id(), own)) {
        turns.forEach(sum::add);
      }
    }
    byStatus.merge(simulation.status(), 1, Integer::sum);
    String name = simulation.name().value();
    sum.figures().forEach(figure -> figures.add(figure.with("simulation", name)));
  }

  /** All that was added. */
  public List<Figure> list() {
    List<Figure> all = new ArrayList<>(figures);
    byStatus.forEach(
        (status, count) ->
            all.add(
                level("simulations", "Simulations by their status.", count)
                    .with("status", status.text())));
    return all;
  }

  /** What the own turns of one simulation come to. */
  private static final class Sum {

    private long turns;
    private long documentBytes;
    private long storedBytes;
    private Duration processing = Duration.ZERO;

    void add(TurnRecord turn) {
      turns++;
      documentBytes += turn.documentSize();
      storedBytes += turn.storedSize();
      processing = processing.plus(turn.processingTime().orElse(Duration.ZERO));
    }

    List<Figure> figures() {
      return List.of(
          level("simulation_turns", "Turns of its own, turn 0 among them.", turns),
          level(
              "simulation_state_bytes",
              "Canonical bytes of the states of its own turns.",
              documentBytes),
          level(
              "simulation_stored_bytes",
              "What the states of its own turns take as they are stored.",
              storedBytes),
          level(
              "simulation_processing_seconds",
              "What action source and engine took for its own turns.",
              processing.toMillis() / 1e3));
    }
  }
}
