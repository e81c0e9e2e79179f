package dev.stateline.application.replay;

import dev.stateline.application.replay.SplitReport.Between;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs a scenario twice from its initial state, once in one go, and once closed after a turn and
 * opened again, and requires the same turns of both, and of the record. That finds scenarios with a
 * state that is not in their state. Action sources are asked, so they must be deterministic here.
 * Recorded interventions are applied. Nothing is written; the two runs go side by side, a turn at a
 * time, and only their present turns are in memory. Thread-safe.
 */
public final class SplitCheck {

  private final Persistence persistence;
  private final DocumentTools documents;

  public SplitCheck(Persistence persistence, DocumentTools documents) {
    this.persistence = persistence;
    this.documents = documents;
  }

  /**
   * Checks turns 0 to the last one, until one comes out in two ways.
   *
   * @param split the turn after which the second run is closed and resumed; before the last
   * @param last at the most the head
   * @param scenarios opens the scenario anew each time; what it opened is closed here
   * @param progress is told each turn that came out the same
   * @throws InvalidInputException if the split does not lie before the last turn
   * @throws NotFoundException TURN_OUT_OF_RANGE if the last turn lies after the head
   */
  public SplitReport check(
      Simulation simulation,
      TurnNumber split,
      TurnNumber last,
      Supplier<? extends Scenario<?>> scenarios,
      Consumer<TurnNumber> progress) {
    TurnRange range = new TurnRange(TurnNumber.ZERO, last);
    Replayer.requireStored(simulation, range);
    if (!last.isAfter(split)) {
      throw new InvalidInputException(
          "a run to turn "
              + last
              + " cannot be closed at turn "
              + split
              + " and resumed; give a turn before "
              + last);
    }
    Lineage lineage = persistence.simulations().lineage(simulation.id());
    try (SideBySide runs = new SideBySide(scenarios, simulation.name());
        Stream<Turn> turns = persistence.states().turns(simulation.id(), range)) {
      for (Turn turn : (Iterable<Turn>) turns::iterator) {
        TurnNumber number = turn.state().turn();
        TurnContext context = TurnContext.of(number, lineage.seedAt(number)).in(simulation.name());
        if (!runs.areEqualAt(RecordedTurn.of(turn, context, simulation.config(), documents))) {
          return new SplitReport(
              simulation,
              split,
              last,
              Optional.of(number),
              Optional.of(runs.between),
              runs.mismatches);
        }
        if (number.equals(split)) {
          runs.reopen();
        }
        progress.accept(number);
      }
    }
    return new SplitReport(simulation, split, last, Optional.empty(), Optional.empty(), List.of());
  }

  private final class SideBySide implements AutoCloseable {

    private final Comparison comparison = new Comparison(documents);
    private final Supplier<? extends Scenario<?>> scenarios;
    private final SimulationName simulation;
    private final TurnComputer<?> unbroken;
    private Optional<TurnComputer<?>> split;
    private Document state;
    private Between between = Between.RECORDED_AND_UNBROKEN;
    private List<Mismatch> mismatches = List.of();

    SideBySide(Supplier<? extends Scenario<?>> scenarios, SimulationName simulation) {
      this.scenarios = scenarios;
      this.simulation = simulation;
      this.unbroken = TurnComputer.of(scenarios.get(), simulation);
      try {
        this.split = Optional.of(TurnComputer.of(scenarios.get(), simulation));
      } catch (RuntimeException | Error e) {
        unbroken.close();
        throw e;
      }
    }

    /** Closed first: what the scenario holds may be of a kind that only one can hold. */
    void reopen() {
      closeSplit();
      split = Optional.of(TurnComputer.of(scenarios.get(), simulation));
    }

    private void closeSplit() {
      Optional<TurnComputer<?>> open = split;
      split = Optional.empty();
      open.ifPresent(TurnComputer::close);
    }

    @Override
    public void close() {
      try {
        closeSplit();
      } finally {
        unbroken.close();
      }
    }

    /** Both begin each turn from the same document, for they were equal until then. */
    boolean areEqualAt(RecordedTurn recorded) {
      try {
        between = Between.RECORDED_AND_UNBROKEN;
        ComputedTurn whole = compute(recorded, unbroken);
        between = Between.UNBROKEN_AND_SPLIT;
        ComputedTurn resumed = compute(recorded, split.orElseThrow());
        mismatches = comparison.mismatches(whole, resumed);
        if (mismatches.isEmpty()) {
          between = Between.RECORDED_AND_UNBROKEN;
          mismatches = comparison.mismatches(recorded.outcome(unbroken), whole);
        }
        state = whole.state();
      } catch (ComputationFailedException e) {
        mismatches = List.of(Comparison.failed(e));
      }
      return mismatches.isEmpty();
    }

    private ComputedTurn compute(RecordedTurn recorded, TurnComputer<?> computer)
        throws ComputationFailedException {
      ComputedTurn computed =
          recorded.number().value() == 0
              ? computer.initial(recorded.context())
              : computer.turn(state, recorded.context());
      return recorded.intervened(computed, computer, documents);
    }
  }
}
