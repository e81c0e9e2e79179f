package dev.stateline.domain.port;

import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.Simulation;
import java.util.List;

/**
 * Takes in simulations of other databases: turn by turn into a place that no other port shows, then
 * published at once. What was taken in stays there when the program dies, and the next import of
 * the same simulation goes on from it. Thread-safe.
 *
 * <p>All methods throw {@link dev.stateline.domain.error.UnavailableException} when the database
 * cannot be used.
 */
public interface ImportPort {

  /**
   * Begins an import, or goes on with one that was left unfinished; its name is kept for it from
   * now on. The simulations that wrote turns of its lineage are there already.
   *
   * @throws dev.stateline.domain.error.ConflictException SIMULATION_EXISTS if it is there, whole,
   *     or one whose turns it shares has not come as far here; NAME_TAKEN if another simulation has
   *     its name; HISTORY_DIVERGED if a shared turn has another content here; WRITER_PRESENT while
   *     another program imports it
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND if one whose turns it
   *     shares is missing
   */
  ImportSession open(ImportedSimulation simulation, WriterIdentity writer);

  /**
   * The imports that were begun and neither published nor discarded, in the order of their ids;
   * each with the head that it has come to, and the writer that works on it, which may be dead.
   */
  List<Simulation> unfinished();

  /**
   * Throws away what was taken in of an unfinished import.
   *
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND if there is none
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT while a program imports it
   */
  void discard(SimulationId id);
}
