package dev.stateline.application.observe;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns whose writing and reading is measured. */
final class MeasuredStates implements StatePersistencePort {

  private final StatePersistencePort states;
  private final Measuring measuring;

  MeasuredStates(StatePersistencePort states, Measuring measuring) {
    this.states = states;
    this.measuring = measuring;
  }

  @Override
  public Head head(SimulationId id) {
    return states.head(id);
  }

  @Override
  public void prepare(TurnCommit commit) {
    states.prepare(commit);
  }

  @Override
  public Committed append(TurnCommit commit) {
    return measuring.of(
        Operation.APPEND, () -> states.append(commit), committed -> Amounts.of(commit, committed));
  }

  @Override
  public List<AppendResult> appendAll(List<TurnCommit> commits) {
    return measuring.of(
        Operation.APPEND, () -> states.appendAll(commits), results -> Amounts.of(commits, results));
  }

  @Override
  public int writesAtOnce() {
    return states.writesAtOnce();
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return measuring.of(Operation.READ_STATE, () -> states.stateAt(id, turn), Amounts::of);
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return measuring.of(
        Operation.READ_TRANSITION,
        () -> states.transitionAt(id, turn),
        transition -> transition.map(Amounts::of).orElse(Amount.NONE));
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return MeasuredStream.of(
        measuring,
        Operation.READ_HISTORY,
        () -> states.history(id, range),
        turn -> Amounts.withoutDocuments());
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    return MeasuredStream.of(
        measuring, Operation.READ_TURNS, () -> states.turns(id, range), Amounts::of);
  }
}
