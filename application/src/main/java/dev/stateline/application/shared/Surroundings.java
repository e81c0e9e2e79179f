package dev.stateline.application.shared;

import dev.stateline.application.observe.Measuring;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.WallClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What everything that works on one open persistence shares. Thread-safe.
 *
 * @param persistence where everything is kept
 * @param commits the way turns are written; of the same persistence
 * @param measuring told what the work takes
 * @param writer how the program describes itself to other writers
 * @param tools what can be done with documents of any shape; empty if the program gave none
 */
public record Surroundings(
    Persistence persistence,
    GroupCommit commits,
    Measuring measuring,
    Clock clock,
    IdSource ids,
    WriterIdentity writer,
    Optional<DocumentTools> tools) {

  public Surroundings {
    Objects.requireNonNull(persistence, "persistence");
    Objects.requireNonNull(commits, "commits");
    Objects.requireNonNull(measuring, "measuring");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(ids, "ids");
    Objects.requireNonNull(writer, "writer");
    Objects.requireNonNull(tools, "tools");
  }

  /** The wall clock, in whole microseconds. */
  public Instant now() {
    return WallClock.now(clock);
  }

  /**
   * What can be done with documents of any shape.
   *
   * @throws IllegalStateException if the program gave none
   */
  public DocumentTools documents() {
    return tools.orElseThrow(
        () ->
            new IllegalStateException(
                "this needs document tools: give them to the builder of Stateline"));
  }

  /**
   * A simulation as it is now.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public Simulation simulation(SimulationId id) {
    return persistence.simulations().find(id).orElseThrow(() -> NotFoundException.simulation(id));
  }
}
