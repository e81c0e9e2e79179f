package dev.stateline.benchmarks.store;

import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.verify.VerificationReport;
import dev.stateline.application.verify.Verifier;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A simulation that Stateline keeps. */
final class StatelineHistory<S> implements History<S> {

  private final StateManager<S> manager;
  private final StatePersistencePort states;
  private final Verifier verifier;
  private final SimulationId id;

  StatelineHistory(Persistence persistence, StateManager<S> manager) {
    this.manager = manager;
    this.states = persistence.states();
    this.verifier = new Verifier(persistence);
    this.id = manager.simulation().id();
  }

  @Override
  public void append(WorkTurn<S> turn) {
    manager.addState(next(turn));
  }

  /** Each is encoded while the one before it is written. */
  @Override
  public void appendAll(List<WorkTurn<S>> turns) {
    for (WorkTurn<S> turn : turns) {
      manager.addStateAsync(next(turn));
    }
    manager.drain();
  }

  private static <S> NewTurn<S> next(WorkTurn<S> turn) {
    return NewTurn.of(
        turn.actions(), new TurnResult<>(turn.state(), Optional.empty(), turn.outcomes()));
  }

  @Override
  public int read(int turn, Check check) {
    return document(turn).size();
  }

  @Override
  public String text(int turn) {
    return document(turn).text();
  }

  private Document document(int turn) {
    return states.stateAt(id, new TurnNumber(turn)).document();
  }

  @Override
  public long scan(Check check) {
    try (Stream<Turn> turns = states.turns(id, TurnRange.ALL)) {
      return turns.mapToLong(turn -> turn.state().document().size()).sum();
    }
  }

  @Override
  public void fork(int turn, String name) {
    manager.fork(new TurnNumber(turn), new SimulationName(name));
  }

  @Override
  public int verify() {
    VerificationReport report = verifier.verify(id);
    if (!report.defects().isEmpty() || !report.database().isEmpty()) {
      throw new IllegalStateException("the history is not as it was written: " + report.defects());
    }
    return report.turns();
  }

  @Override
  public void close() {
    manager.close();
  }
}
