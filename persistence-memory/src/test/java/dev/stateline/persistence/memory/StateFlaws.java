package dev.stateline.persistence.memory;

import dev.stateline.domain.commit.AppendResult;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.sample.Samples;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores that keep turns badly. */
final class StateFlaws {

  private StateFlaws() {}

  static Persistence ignoresTheExpectedHead(Persistence store) {
    Samples samples = new Samples();
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        try {
          return inner.append(commit);
        } catch (ConflictException e) {
          if (e.code() != ErrorCode.HEAD_MOVED) {
            throw e;
          }
          SimulationId id = commit.state().simulation();
          State head = inner.stateAt(id, inner.head(id).turn());
          return append(samples.turnAfter(head, commit.epoch()).build());
        }
      }
    }.in(store);
  }

  static Persistence ignoresTheEpoch(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        WriterEpoch inForce =
            store
                .simulations()
                .find(commit.state().simulation())
                .map(simulation -> simulation.epoch())
                .orElse(commit.epoch());
        return inner.append(
            new TurnCommit(inForce, commit.expectedHead(), commit.turn(), commit.checkpoint()));
      }
    }.in(store);
  }

  private static TurnCommit withoutCheckpoint(TurnCommit commit) {
    return new TurnCommit(commit.epoch(), commit.expectedHead(), commit.turn(), Optional.empty());
  }

  static Persistence losesTheCheckpointOfACommit(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        return inner.append(withoutCheckpoint(commit));
      }
    }.in(store);
  }

  static Persistence writesHalfACommit(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        try {
          return inner.append(commit);
        } catch (ConflictException e) {
          if (e.code() == ErrorCode.NAME_TAKEN) {
            inner.append(withoutCheckpoint(commit));
          }
          throw e;
        }
      }
    }.in(store);
  }

  static Persistence losesTheTransition(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
        inner.transitionAt(id, turn);
        return Optional.empty();
      }
    }.in(store);
  }

  static Persistence givesTheStateBefore(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public State stateAt(SimulationId id, TurnNumber turn) {
        inner.stateAt(id, turn);
        return inner.stateAt(id, new TurnNumber(Math.max(0, turn.value() - 1)));
      }
    }.in(store);
  }

  static Persistence givesTheHeadForWhatIsAfterIt(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public State stateAt(SimulationId id, TurnNumber turn) {
        try {
          return inner.stateAt(id, turn);
        } catch (NotFoundException e) {
          return inner.stateAt(id, inner.head(id).turn());
        }
      }
    }.in(store);
  }

  static Persistence givesHistoryBackwards(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
        List<TurnRecord> turns = new ArrayList<>(inner.history(id, range).toList());
        Collections.reverse(turns);
        return turns.stream();
      }
    }.in(store);
  }

  static Persistence leavesOutTheEndOfARange(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
        return inner.history(id, range).filter(turn -> !turn.turn().equals(range.to()));
      }
    }.in(store);
  }

  static Persistence readsAClosedStream(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
        return inner.history(id, range).toList().stream();
      }
    }.in(store);
  }

  static Persistence showsTurnsThatCameLater(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
        return Stream.of(range).flatMap(r -> inner.history(id, r));
      }
    }.in(store);
  }

  static Persistence stopsAtTheFirstRefusal(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public List<AppendResult> appendAll(List<TurnCommit> commits) {
        return commits.stream().map(c -> AppendResult.written(inner.append(c))).toList();
      }
    }.in(store);
  }

  static Persistence givesResultsInAnotherOrder(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public List<AppendResult> appendAll(List<TurnCommit> commits) {
        List<AppendResult> results = new ArrayList<>(inner.appendAll(commits));
        Collections.reverse(results);
        return results;
      }
    }.in(store);
  }

  static Persistence keepsThePartOfARefusedCommitThatFits(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public List<AppendResult> appendAll(List<TurnCommit> commits) {
        List<AppendResult> results = inner.appendAll(commits);
        for (int i = 0; i < results.size(); i++) {
          if (results.get(i).refusal().filter(e -> e.code() == ErrorCode.NAME_TAKEN).isPresent()) {
            inner.append(withoutCheckpoint(commits.get(i)));
          }
        }
        return results;
      }
    }.in(store);
  }

  static Persistence leavesOutTheFirstDocuments(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Stream<Turn> turns(SimulationId id, TurnRange range) {
        return inner.turns(id, range).filter(turn -> turn.transition().isPresent());
      }
    }.in(store);
  }

  static Persistence roundsSimulatedTime(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public State stateAt(SimulationId id, TurnNumber turn) {
        State s = inner.stateAt(id, turn);
        return with(
            s,
            s.simulatedTime()
                .map(t -> new SimulatedTime(t.instant().truncatedTo(ChronoUnit.MILLIS))),
            s.document());
      }
    }.in(store);
  }

  static Persistence losesZeroCharacters(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public State stateAt(SimulationId id, TurnNumber turn) {
        State s = inner.stateAt(id, turn);
        return s.document().size() > 100_000
            ? s
            : with(
                s, s.simulatedTime(), Samples.document(s.document().text().replace("\\u0000", "")));
      }
    }.in(store);
  }

  private static State with(State s, Optional<SimulatedTime> time, Document document) {
    return new State(
        s.simulation(),
        s.ref(),
        time,
        Content.of(document),
        s.stateVersion(),
        s.provenance(),
        s.createdAt());
  }
}
