package dev.stateline.application.transfer;

import dev.stateline.application.control.StopSignal;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Copies simulations from one database to another, with all turns, checkpoints, ids and times. On
 * the way every document and row is checked against its hash, and the chain computed anew. A
 * simulation is seen in the target when all of it is there. One that was interrupted goes on from
 * where it stands when it is transferred again. At most a few megabytes of turns are in memory.
 * Thread-safe.
 */
public final class Transfer {

  private final Persistence source;
  private final Persistence target;
  private final WriterIdentity writer;
  private final TransferPlan plan;

  public Transfer(Persistence source, Persistence target, WriterIdentity writer) {
    this.source = Objects.requireNonNull(source, "source");
    this.target = Objects.requireNonNull(target, "target");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.plan = new TransferPlan(source, target);
  }

  /** Copies all simulations of the source; see {@link #copy}. */
  public List<TransferResult> copyAll(TransferListener listener, StopSignal stop) {
    return copy(plan.all(), listener, stop);
  }

  /**
   * Copies simulations, and those whose turns they share.
   *
   * @param wanted as they are in the source
   * @param stop asked between batches; what was copied by then stays for the next transfer
   * @return one result for each simulation that is whole in the target; fewer than there are to
   *     copy if it was asked to stop
   * @throws dev.stateline.domain.error.ConflictException SIMULATION_EXISTS if the target has one of
   *     them with another history; NAME_TAKEN if another simulation there has its name; nothing was
   *     copied then. WRITER_PRESENT while another transfer copies one of them
   * @throws CorruptDataException if something in the source is not as it was written
   * @throws dev.stateline.domain.error.InvalidInputException NOT_SUPPORTED if the target cannot
   *     take in simulations
   */
  public List<TransferResult> copy(
      Collection<Simulation> wanted, TransferListener listener, StopSignal stop) {
    ImportPort imports = target.imports();
    List<Simulation> planned = plan.of(wanted);
    plan.requireNoConflict(planned);
    List<TransferResult> results = new ArrayList<>();
    for (Simulation simulation : planned) {
      if (stop.isRequested()) {
        break;
      }
      Optional<TransferResult> result =
          target
              .simulations()
              .find(simulation.id())
              .map(there -> present(simulation, there))
              .or(() -> copied(imports, simulation, listener, stop));
      result.ifPresent(listener::ended);
      result.ifPresent(results::add);
    }
    return results;
  }

  private Optional<TransferResult> copied(
      ImportPort imports, Simulation simulation, TransferListener listener, StopSignal stop) {
    boolean isBegun =
        imports.unfinished().stream().anyMatch(other -> other.id().equals(simulation.id()));
    return new SimulationCopy(source, imports, simulation, listener, stop)
        .run(writer)
        .map(
            turns ->
                result(
                    simulation,
                    isBegun ? TransferResult.Outcome.RESUMED : TransferResult.Outcome.COPIED,
                    turns,
                    published(simulation.id())));
  }

  private static TransferResult present(Simulation here, Simulation there) {
    return result(here, TransferResult.Outcome.PRESENT, 0, there);
  }

  private static TransferResult result(
      Simulation here, TransferResult.Outcome outcome, int turns, Simulation there) {
    return new TransferResult(here, outcome, turns, here.head().receipt(), there.head().receipt());
  }

  /**
   * Throws away what transfers that did not come to their end left in the target.
   *
   * @return the simulations that were to be
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT while a transfer runs
   */
  public List<Simulation> discardUnfinished() {
    List<Simulation> unfinished = target.imports().unfinished();
    // A fork's rows stand on its ancestor's, which has the lower id.
    for (int i = unfinished.size() - 1; i >= 0; i--) {
      target.imports().discard(unfinished.get(i).id());
    }
    return unfinished;
  }

  private Simulation published(SimulationId id) {
    return target
        .simulations()
        .find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    ErrorCode.SIMULATION_NOT_FOUND,
                    "simulation " + id + " was transferred, and deleted at once by another"));
  }
}
