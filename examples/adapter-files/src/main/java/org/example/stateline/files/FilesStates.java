package org.example.stateline.files;

import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Transition;
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
          StoredSimulation stored = files.index().get(commit.state().simulation());
          WriterRule.requireInForce(stored, commit.epoch());
          requireExpectedHead(stored, commit);
          requireNextTurn(stored, commit);
          commit.checkpoint().ifPresent(c -> FilesCheckpoints.requireFree(stored, c.name()));
          RecordWriter record = new RecordWriter(RecordKind.TURN);
          StoredTurn.write(record, commit.state(), Optional.of(commit.transition()));
          record.optional(commit.checkpoint(), c -> StoredCheckpoint.write(record, c));
          files.append(record);
          return new Committed(stored.head(), record.documents().length);
        });
  }

  private static void requireExpectedHead(StoredSimulation stored, TurnCommit commit) {
    if (!stored.last().id().equals(commit.expectedHead())) {
      throw new ConflictException(
          ErrorCode.HEAD_MOVED,
          "turn "
              + commit.state().turn()
              + " of simulation '"
              + stored.name()
              + "' does not follow its head, turn "
              + stored.last().turn()
              + "; compute it again from the head",
          stored.writer().map(WriterIdentity::description));
    }
  }

  private static void requireNextTurn(StoredSimulation stored, TurnCommit commit) {
    State state = commit.state();
    StoredTurn head = stored.last();
    ChainHash proof =
        head.chainHash()
            .next(
                state.turn(),
                state.simulatedTime(),
                state.document().hash(),
                commit.transition().hash());
    if (!state.turn().equals(head.turn().next())
        || !state.segment().equals(head.segment())
        || !state.chainHash().equals(proof)) {
      throw new InvalidInputException(
          "turn "
              + state.turn()
              + " of simulation '"
              + stored.name()
              + "' cannot follow turn "
              + head.turn()
              + ": its number, segment or chain hash is another than the next one's");
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
              : Optional.of(load(at, at.transition().get(), place(stored, turn)));
        });
  }

  private Transition load(StoredTurn at, StoredTransition transition, String place)
      throws IOException {
    return transition.with(
        at,
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
