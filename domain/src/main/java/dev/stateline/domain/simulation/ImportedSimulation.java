package dev.stateline.domain.simulation;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Objects;

/**
 * A simulation of another database that is to be taken in as it is, with the ids, hashes and times
 * that it has there.
 *
 * @param simulation as it is to be once all of it is there; its epoch and writer do not count
 * @param lineage where its turns lie
 * @param initial the state of turn 0, which an ancestor may have written
 */
public record ImportedSimulation(Simulation simulation, Lineage lineage, State initial) {

  /**
   * @throws InvalidInputException if the three do not belong together
   */
  public ImportedSimulation {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(lineage, "lineage");
    Objects.requireNonNull(initial, "initial");
    if (!lineage.headSegment().id().equals(simulation.head().segment())
        || !lineage.headTurn().equals(simulation.head().turn())) {
      throw new InvalidInputException("the lineage does not end at the simulation's head");
    }
    if (initial.turn().value() != 0 || !initial.segment().equals(lineage.segments().get(0).id())) {
      throw new InvalidInputException("the initial state is not turn 0 of the lineage");
    }
    if (!initial
        .chainHash()
        .equals(ChainHash.initial(initial.simulatedTime(), initial.stateHash()))) {
      throw new InvalidInputException("the initial state's chain hash is not that of turn 0");
    }
  }

  public SimulationId id() {
    return simulation.id();
  }

  /**
   * Requires that a state that is here already is the one that the simulation has there, as far as
   * that is known before its turns come.
   *
   * @param here the last turn that the simulation shares with what is here
   * @throws ConflictException HISTORY_DIVERGED if it has another content
   */
  public void requireShared(StateRef here) {
    for (StateRef there : List.of(initial.ref(), simulation.head().state())) {
      if (there.isInPlaceOf(here) && !there.equals(here)) {
        throw ConflictException.diverged(simulation.name(), here.turn().value());
      }
    }
  }

  /**
   * Requires turns to follow from what is there already.
   *
   * @throws InvalidInputException if a turn's number, segment or chain hash does not follow from
   *     the one before it, or it lies after the head
   * @throws ConflictException HISTORY_DIVERGED if the first does not follow from what is here
   */
  public void requireNext(Head head, List<Turn> turns) {
    TurnNumber number = head.turn();
    ChainHash chain = head.chainHash();
    for (Turn turn : turns) {
      State state = turn.state();
      number = number.next();
      require(state.turn().equals(number), state, "it is not turn " + number);
      require(
          lineage.segmentOf(number).filter(state.segment()::equals).isPresent(),
          state,
          "its segment is not the one that the lineage has there");
      if (!turn.follows(chain) && chain.equals(head.chainHash())) {
        throw ConflictException.diverged(simulation.name(), head.turn().value());
      }
      require(turn.follows(chain), state, "its chain hash is another");
      chain = state.chainHash();
    }
  }

  private void require(boolean holds, State state, String what) {
    if (!holds) {
      throw new InvalidInputException(
          "turn "
              + state.turn()
              + " of simulation '"
              + simulation.name()
              + "' does not follow from the turn before it: "
              + what);
    }
  }

  /**
   * Requires that all turns are there, and are those of the simulation.
   *
   * @throws InvalidInputException if the head lies before the simulation's
   * @throws ConflictException HISTORY_DIVERGED if another content stands in its place
   */
  public void requireWhole(Head head) {
    StateRef wanted = simulation.head().state();
    if (!head.state().isInPlaceOf(wanted)) {
      throw new InvalidInputException(
          "simulation '"
              + simulation.name()
              + "' is there up to turn "
              + head.turn()
              + " only; it is published when turn "
              + wanted.turn()
              + " is there");
    }
    if (!head.state().equals(wanted)) {
      throw ConflictException.diverged(simulation.name(), wanted.turn().value());
    }
  }

  /**
   * Requires that another simulation has written all of its turns that this one shares. One that
   * has not would write its next turn where this one's are to be.
   *
   * @param ancestor as it is here
   * @throws ConflictException SIMULATION_EXISTS if its head lies before a shared turn
   */
  public void requireReached(Simulation ancestor) {
    Head head = ancestor.head();
    for (Lineage.Part part : lineage.parts()) {
      if (part.segment().equals(head.segment()) && part.turns().to().isAfter(head.turn())) {
        throw new ConflictException(
            ErrorCode.SIMULATION_EXISTS,
            "simulation '"
                + simulation.name()
                + "' shares turns up to "
                + part.turns().to()
                + " with simulation '"
                + ancestor.name()
                + "', which is here at turn "
                + head.turn()
                + " only; delete that one and import it again");
      }
    }
  }

  /** What an adapter throws when a simulation whose turns this one shares is not there. */
  public NotFoundException ancestorMissing(SimulationId ancestor) {
    return new NotFoundException(
        ErrorCode.SIMULATION_NOT_FOUND,
        "simulation '"
            + simulation.name()
            + "' shares turns with simulation "
            + ancestor
            + ", which is not here; import that one first");
  }
}
