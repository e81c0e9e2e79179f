package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
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
    StoredTurn turn = StoredTurn.of(commit);
    return gate.write(
        () -> {
          SimulationRow row = rows.get(commit.state().simulation());
          WriterRule.requireInForce(row, commit.epoch());
          requireExpectedHead(row, commit);
          requireNextTurn(row, commit);
          commit.checkpoint().ifPresent(c -> MemoryCheckpoints.requireFree(row, c.name()));
          row.add(turn);
          commit.checkpoint().ifPresent(c -> row.checkpoints().put(c.name(), c));
          return new Committed(row.head(), turn.size());
        });
  }

  private static void requireExpectedHead(SimulationRow row, TurnCommit commit) {
    State head = row.headState();
    if (!head.id().equals(commit.expectedHead())) {
      throw new ConflictException(
          ErrorCode.HEAD_MOVED,
          "turn "
              + commit.state().turn()
              + " of simulation '"
              + row.name()
              + "' follows state "
              + commit.expectedHead()
              + ", but the head is turn "
              + head.turn()
              + ", state "
              + head.id()
              + "; compute it again from the head",
          row.writer().map(Object::toString));
    }
  }

  private static void requireNextTurn(SimulationRow row, TurnCommit commit) {
    State state = commit.state();
    State head = row.headState();
    require(state.turn().equals(head.turn().next()), row, commit, "the head's turn and one");
    require(state.segment().equals(row.head().segment()), row, commit, "the head's segment");
    ChainHash proof =
        head.chainHash()
            .next(
                state.turn(),
                state.simulatedTime(),
                state.document().hash(),
                commit.transition().hash());
    require(state.chainHash().equals(proof), row, commit, "the chain hash that follows");
  }

  private static void require(boolean holds, SimulationRow row, TurnCommit commit, String what) {
    if (!holds) {
      throw new InvalidInputException(
          "turn "
              + commit.state().turn()
              + " of simulation '"
              + row.name()
              + "' cannot follow the head, turn "
              + row.headState().turn()
              + ": it does not carry "
              + what);
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
