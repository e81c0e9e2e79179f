package dev.stateline.domain.simulation;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A name and a head, as they are now.
 *
 * @param statusReason why it has this status, where somebody said so
 * @param config the scenario's name and parameters; never the database's configuration
 * @param seed the seed in force at the head
 * @param metadata a JSON object for the user's own notes
 * @param targetTurn the turn at which its run is to stop
 * @param epoch the last writer's
 * @param writer the writer that opened it last and has not closed it; it may be dead
 * @param createdAt wall clock, whole microseconds
 */
public record Simulation(
    SimulationId id,
    SimulationName name,
    SimulationStatus status,
    Optional<String> statusReason,
    Document config,
    long seed,
    Document metadata,
    Optional<TurnNumber> targetTurn,
    Head head,
    WriterEpoch epoch,
    Optional<WriterIdentity> writer,
    Instant createdAt) {

  public Simulation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(statusReason, "statusReason");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(targetTurn, "targetTurn");
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(writer, "writer");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
