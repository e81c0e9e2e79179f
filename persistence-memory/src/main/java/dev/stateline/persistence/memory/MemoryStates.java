package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns in memory. */
final class MemoryStates implements StatePersistencePort {

  private final Gate gate;
  private final SimulationRows rows;

  MemoryStates(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public Head head(SimulationId id) {
    return gate.read(() -> rows.get(id).head());
  }

  @Override
  public Committed append(TurnCommit commit) {
    StoredTurn turn = StoredTurn.of(commit.turn());
    return gate.write(
        () -> {
          SimulationRow row = rows.get(commit.state().simulation());
          row.requireWriter(commit.epoch());
          requireHead(row, commit);
          commit.checkpoint().ifPresent(c -> MemoryCheckpoints.requireFree(row, c.name()));
          row.add(turn);
          commit.checkpoint().ifPresent(c -> row.checkpoints().put(c.name(), c));
          return new Committed(row.head(), turn.size());
        });
  }

  private static void requireHead(SimulationRow row, TurnCommit commit) {
    TurnNumber turn = commit.state().turn();
    Head head = row.head();
    if (!head.state().equals(commit.expectedHead())) {
      throw ConflictException.headMoved(row.name(), turn.value(), head.turn().value());
    }
    if (!head.segment().equals(commit.state().segment())) {
      throw new InvalidInputException(
          "turn "
              + turn
              + " of simulation '"
              + row.name()
              + "' is to be written to segment "
              + head.segment()
              + ", not to segment "
              + commit.state().segment());
    }
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return gate.read(() -> rows.get(id).at(turn).state());
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return gate.read(() -> rows.get(id).at(turn).transition());
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return TurnCursor.stream(
        gate, gate.read(() -> rows.get(id).stretches(range)), StoredTurn::describe);
  }

  @Override
  public Stream<Turn> turns(SimulationId id, TurnRange range) {
    return TurnCursor.stream(
        gate, gate.read(() -> rows.get(id).stretches(range)), StoredTurn::toTurn);
  }
}
