package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.testkit.sample.Samples;

/** Stores that take a place for a content. */
final class PlaceFlaws {

  private PlaceFlaws() {}

  /** Any state in the head's place will do. */
  static Persistence followsThePlace(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        try {
          return inner.append(commit);
        } catch (ConflictException e) {
          if (e.code() == ErrorCode.HEAD_MOVED) {
            State head = inner.stateAt(commit.simulation(), inner.head(commit.simulation()).turn());
            if (head.ref().isInPlaceOf(commit.expectedHead())) {
              return inner.append(following(head, commit));
            }
          }
          throw e;
        }
      }
    }.in(store);
  }

  private static TurnCommit following(State head, TurnCommit commit) {
    Samples samples = new Samples();
    return samples.turnAfter(head, commit.epoch()).document(commit.state().document()).build();
  }

  static Persistence savesACheckpointOfThePlace(Persistence store) {
    return new HonestCheckpoints(store.checkpoints()) {
      @Override
      public void save(Checkpoint c) {
        StateRef here = store.states().stateAt(c.simulation(), c.turn()).ref();
        inner.save(
            here.isInPlaceOf(c.state())
                ? new Checkpoint(
                    c.id(), c.simulation(), c.name(), c.kind(), here, c.createdAt(), c.metadata())
                : c);
      }
    }.in(store);
  }

  static Persistence namesNoHead(Persistence store) {
    return new HonestStates(store.states()) {
      @Override
      public Committed append(TurnCommit commit) {
        try {
          return inner.append(commit);
        } catch (ConflictException e) {
          throw new ConflictException(e.code(), e.getMessage());
        }
      }
    }.in(store);
  }
}
