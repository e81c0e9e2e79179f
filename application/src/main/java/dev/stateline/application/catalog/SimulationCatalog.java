package dev.stateline.application.catalog;

import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.NearestWord;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds simulations by what people call them, and decides over their life. Thread-safe. */
public final class SimulationCatalog {

  /** What stands for a character that could not be read, as of a terminal in another encoding. */
  private static final char LOST = '\uFFFD';

  private static final Pattern ID_PREFIX = Pattern.compile("[0-9a-f][0-9a-f-]{3,35}");

  /** Of a database with more simulations, only so many are looked at for what was meant. */
  private static final int NAMES_COMPARED = 1_000;

  private static final String STOPPED = "stopped";

  private final Surroundings surroundings;
  private final SimulationPort simulations;

  public SimulationCatalog(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.simulations = surroundings.persistence().simulations();
  }

  /**
   * The simulation that a person means.
   *
   * @param reference its name, or at least the first 4 characters of its id
   * @throws NotFoundException SIMULATION_NOT_FOUND
   * @throws InvalidInputException AMBIGUOUS_REFERENCE if several ids begin so
   */
  public Simulation find(String reference) {
    return byName(reference).or(() -> byIdPrefix(reference)).orElseThrow(() -> none(reference));
  }

  /**
   * How it stands, in a word: its status; or {@code stopped} where that is running, and nobody who
   * lives has it open. Asks the database only about one that is running.
   */
  public String standing(Simulation simulation) {
    return isStopped(simulation) ? STOPPED : simulation.status().text();
  }

  /**
   * Whether somebody who lives has it open for writing.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public boolean hasLivingWriter(SimulationId id) {
    return writers().isAlive(id);
  }

  private boolean isStopped(Simulation simulation) {
    // Looked at again: it may have ended, or been opened by another, since it was read.
    return simulation.status() == SimulationStatus.RUNNING
        && !writers().isAlive(simulation.id())
        && simulations
            .find(simulation.id())
            .filter(now -> now.status() == SimulationStatus.RUNNING)
            .filter(now -> now.epoch().equals(simulation.epoch()))
            .isPresent();
  }

  /** Whether a simulation has this name. */
  public boolean isTaken(SimulationName name) {
    return simulations.find(name).isPresent();
  }

  /**
   * One page of all simulations, in the order of their creation.
   *
   * @param after the last one of the page before; empty for the first page
   * @param limit at most so many, 1 or more
   */
  public List<Simulation> list(Optional<SimulationId> after, int limit) {
    return simulations.list(after, limit);
  }

  /**
   * As {@link #list}, with those that are damaged: damage to the rows of one is told, not thrown.
   */
  public List<ListedSimulation> look(Optional<SimulationId> after, int limit) {
    return simulations.look(after, limit);
  }

  /** The simulation of this id, whole or damaged; empty if there is none. */
  public Optional<ListedSimulation> look(SimulationId id) {
    return simulations.look(id);
  }

  /**
   * The simulation that a person means, for reading its turns: also one whose own rows are damaged,
   * as long as they lead to a turn.
   *
   * @param reference as for {@link #find}
   * @throws NotFoundException SIMULATION_NOT_FOUND
   * @throws CorruptDataException if nothing leads to its turns
   * @throws InvalidInputException AMBIGUOUS_REFERENCE if several ids begin so
   */
  public Simulation findToRead(String reference) {
    try {
      return find(reference);
    } catch (CorruptDataException e) {
      return name(reference)
          .flatMap(simulations::look)
          .flatMap(ListedSimulation::readable)
          .orElseThrow(() -> e);
    }
  }

  /** What a simulation is called: its id where the name is lost, or it is not there any more. */
  public String nameOf(SimulationId id) {
    return simulations.look(id).map(ListedSimulation::name).orElseGet(id::toString);
  }

  /**
   * Puts a simulation away: it is kept for reading only.
   *
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT while somebody runs it
   * @throws InvalidInputException INVALID_STATUS_CHANGE if it is archived already
   */
  public void archive(SimulationId id) {
    changeStatus(id, SimulationStatus.ARCHIVED);
  }

  /**
   * Takes an archived simulation back: it is completed if it stands at its last turn, else paused.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   * @throws InvalidInputException INVALID_STATUS_CHANGE if it is not archived
   */
  public void unarchive(SimulationId id) {
    Simulation simulation = surroundings.simulation(id);
    boolean atItsEnd = simulation.targetTurn().stream().anyMatch(simulation.head().turn()::equals);
    changeStatus(id, atItsEnd ? SimulationStatus.COMPLETED : SimulationStatus.PAUSED);
  }

  /**
   * Deletes a simulation with the history that is its own.
   *
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT while somebody runs it,
   *     STILL_NEEDED while another simulation's history rests on it
   */
  public void delete(SimulationId id) {
    // What is refused leaves no mark; opening does.
    writers().checkDeletable(id);
    try (WriterSession session = open(id)) {
      writers().delete(id, session.epoch());
    }
  }

  private void changeStatus(SimulationId id, SimulationStatus status) {
    Simulation now = surroundings.simulation(id);
    // What is refused leaves no mark; opening does. Beside one who lives, opening names that one.
    if (!now.status().canBecome(status) && !writers().isAlive(id)) {
      throw InvalidInputException.statusChange(now.name(), now.status().text(), status.text());
    }
    try (WriterSession session = open(id)) {
      writers().changeStatus(id, session.epoch(), StatusChange.to(status));
    }
  }

  private WriterSession open(SimulationId id) {
    return writers().open(id, surroundings.writer(), TakeOver.REFUSE);
  }

  private WriterPort writers() {
    return surroundings.persistence().writers();
  }

  private Optional<Simulation> byName(String reference) {
    return name(reference).flatMap(simulations::find);
  }

  private static Optional<SimulationName> name(String reference) {
    try {
      return Optional.of(new SimulationName(reference));
    } catch (InvalidInputException e) {
      if (reference.indexOf(LOST) >= 0) {
        throw e;
      }
      // No simulation can have such a name, and no id looks like it.
      return Optional.empty();
    }
  }

  private Optional<Simulation> byIdPrefix(String reference) {
    String prefix = reference.toLowerCase(Locale.ROOT);
    if (!ID_PREFIX.matcher(prefix).matches()) {
      return Optional.empty();
    }
    List<Simulation> found = simulations.findByIdPrefix(prefix, 2);
    if (found.size() > 1) {
      throw new InvalidInputException(
          ErrorCode.AMBIGUOUS_REFERENCE,
          "several simulations have an id that begins with '"
              + reference
              + "', for example '"
              + found.get(0).name()
              + "' and '"
              + found.get(1).name()
              + "'; give more of it, or the name");
    }
    return found.stream().findFirst();
  }

  private NotFoundException none(String reference) {
    String shown = shortened(reference);
    NotFoundException none = NotFoundException.reference(shown);
    // No name has an @; what stands before it is the simulation of a state.
    int at = shown.indexOf('@');
    List<String> known =
        simulations.look(Optional.empty(), NAMES_COMPARED).stream()
            .map(simulation -> simulation.name().toString())
            .toList();
    return NearestWord.meant(at < 0 ? shown : shown.substring(0, at), known)
        .map(none::meaning)
        .orElse(none);
  }

  /** A wrong reference may be of any length; the message stays one line that can be read. */
  private static String shortened(String reference) {
    int limit = 60;
    return reference.codePointCount(0, reference.length()) <= limit
        ? reference
        : reference.substring(0, reference.offsetByCodePoints(0, limit)) + "...";
  }
}
