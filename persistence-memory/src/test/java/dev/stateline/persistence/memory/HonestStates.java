package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Passes everything on as it is; flaws override what they break. */
class HonestStates implements StatePersistencePort {

  final StatePersistencePort inner;

  HonestStates(StatePersistencePort inner) {
    this.inner = inner;
  }

  /** The store with these states in place of its own. */
  Persistence in(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public StatePersistencePort states() {
        return HonestStates.this;
      }
    };
  }

  @Override
  public Head head(SimulationId id) {
    return inner.head(id);
  }

  @Override
  public Committed append(TurnCommit commit) {
    return inner.append(commit);
  }

  @Override
  public List<AppendResult> appendAll(List<TurnCommit> commits) {
    return inner.appendAll(commits);
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return inner.stateAt(id, turn);
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return inner.transitionAt(id, turn);
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return inner.history(id, range);
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    return inner.turns(id, range);
  }
}
