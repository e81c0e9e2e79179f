package org.example.stateline.files;

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
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns: appended one by one, read one by one or as a history. */
final class FilesStates implements StatePersistencePort {

  private final FilesPersistence files;

  FilesStates(FilesPersistence files) {
    this.files = files;
  }

  @Override
  public Head head(SimulationId id) {
    return files.read(() -> files.index().get(id).head());
  }

  @Override
  public Committed append(TurnCommit commit) {
    return files.write(
        () -> {
          StoredSimulation stored = files.index().get(commit.simulation());
          stored.requireWriter(commit.epoch());
          requireHead(stored, commit);
          commit.checkpoint().ifPresent(c -> FilesCheckpoints.requireFree(stored, c.name()));
          RecordWriter record = new RecordWriter(RecordKind.TURN);
          StoredTurn.write(record, commit.turn());
          record.optional(commit.checkpoint(), c -> StoredCheckpoint.write(record, c));
          files.append(record);
          return new Committed(stored.head(), record.documents().length);
        });
  }

  /**
   * The place of the head and its chain hash: another writer's turn may stand in the same place.
   */
  private static void requireHead(StoredSimulation stored, TurnCommit commit) {
    TurnNumber turn = commit.state().turn();
    StateRef head = stored.last().ref();
    if (!head.equals(commit.expectedHead())) {
      throw ConflictException.headMoved(stored.name(), turn.value(), head.turn().value());
    }
    if (!head.segment().equals(commit.state().segment())) {
      throw new InvalidInputException(
          "turn " + turn + " of simulation '" + stored.name() + "' lies on another segment");
    }
  }

  @Override
  public State stateAt(SimulationId id, TurnNumber turn) {
    return files.read(
        () -> {
          StoredSimulation stored = files.index().get(id);
          StoredTurn at = stored.at(turn);
          return at.with(
              files.journal().document(at.document(), place(stored, turn), "states.state_payload"));
        });
  }

  @Override
  public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
    return files.read(
        () -> {
          StoredSimulation stored = files.index().get(id);
          StoredTurn at = stored.at(turn);
          return at.transition().isEmpty()
              ? Optional.empty()
              : Optional.of(load(at.transition().get(), place(stored, turn)));
        });
  }

  private Transition load(StoredTransition transition, String place) throws IOException {
    return transition.with(
        files.journal().document(transition.actions(), place, "state_transitions.actions_payload"),
        files
            .journal()
            .document(transition.outcomes(), place, "state_transitions.outcomes_payload"));
  }

  private static String place(StoredSimulation stored, TurnNumber turn) {
    return "simulation '" + stored.name() + "', turn " + turn;
  }

  @Override
  public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
    return TurnStream.of(
        files.read(() -> files.index().get(id).turns(range)), StoredTurn::describe);
  }
}
