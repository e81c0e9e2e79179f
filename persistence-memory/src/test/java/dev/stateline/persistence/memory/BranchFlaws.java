package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.testkit.sample.Samples;
import java.util.Optional;

/** Stores that fork and roll back badly. */
final class BranchFlaws {

  private BranchFlaws() {}

  /** No flaw where it is declared. */
  static Persistence keepsNoForks(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public BranchPort branches() {
        throw InvalidInputException.notSupported(description(), "fork simulations");
      }
    };
  }

  /** That there are no forks, in words of its own. */
  static Persistence saysNoForksInItsOwnWords(Persistence store) {
    return new HonestPersistence(store) {
      @Override
      public BranchPort branches() {
        throw new InvalidInputException(ErrorCode.NOT_SUPPORTED, "no forks");
      }
    };
  }

  /** Whatever turn is asked for. */
  static Persistence forksFromTheHead(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation fork(NewFork fork) {
        return store.simulations().list(Optional.empty(), 1).stream()
            .map(Simulation::head)
            .filter(head -> head.segment().equals(fork.base().segment()))
            .filter(head -> fork.first().isEmpty())
            .map(head -> inner.fork(from(head.state(), fork)))
            .findFirst()
            .orElseGet(() -> inner.fork(fork));
      }
    }.in(store);
  }

  /** The state at the branch turn, whatever its content is. */
  static Persistence forksFromThePlace(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation fork(NewFork fork) {
        return store.simulations().list(Optional.empty(), 1).stream()
            .filter(s -> s.head().segment().equals(fork.base().segment()))
            .map(s -> store.states().stateAt(s.id(), fork.base().turn()).ref())
            .filter(here -> fork.first().isEmpty() && here.isInPlaceOf(fork.base()))
            .map(here -> inner.fork(from(here, fork)))
            .findFirst()
            .orElseGet(() -> inner.fork(fork));
      }
    }.in(store);
  }

  private static NewFork from(StateRef base, NewFork fork) {
    Segment segment = fork.segment();
    return NewFork.of(
            fork.name(),
            new Segment(
                segment.id(),
                segment.simulation(),
                Optional.of(base.segment()),
                Optional.of(base.turn()),
                segment.seed(),
                segment.createdAt()),
            base)
        .config(fork.config())
        .metadata(fork.metadata())
        .targetTurn(fork.targetTurn())
        .build();
  }

  static Persistence losesCheckpointsOfATail(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Simulation back = inner.rollBack(rollback);
        rollback
            .tail()
            .ifPresent(
                tail -> {
                  for (Checkpoint c : store.checkpoints().list(tail.id(), Optional.empty(), 1000)) {
                    store.checkpoints().delete(tail.id(), c.name());
                  }
                });
        return back;
      }
    }.in(store);
  }

  static Persistence leavesATailOpen(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Simulation back = inner.rollBack(rollback);
        rollback.tail().ifPresent(tail -> reopen(tail.id()));
        return back;
      }

      private void reopen(SimulationId id) {
        try (WriterSession session =
            store.writers().open(id, new WriterIdentity("flaw"), TakeOver.REFUSE)) {
          store
              .writers()
              .changeStatus(id, session.epoch(), StatusChange.to(SimulationStatus.PAUSED));
        }
      }
    }.in(store);
  }

  static Persistence keepsWhatItShouldDiscard(Persistence store) {
    Samples samples = new Samples();
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        if (rollback.tail().isPresent()) {
          return inner.rollBack(rollback);
        }
        Head head = store.simulations().find(rollback.simulation()).orElseThrow().head();
        Segment segment =
            store
                .simulations()
                .lineage(rollback.simulation())
                .branch(
                    new SegmentId(samples.next()),
                    new SimulationId(samples.next()),
                    head.turn(),
                    Optional.empty(),
                    samples.now());
        return inner.rollBack(
            new Rollback(
                rollback.epoch(),
                rollback.head(),
                Optional.of(
                    new Rollback.Tail(new SimulationName("kept " + segment.id()), segment))));
      }
    }.in(store);
  }

  static Persistence goesBackTooFar(Persistence store) {
    return new HonestBranches(store.branches()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Segment head = rollback.head();
        TurnNumber before = new TurnNumber(Math.max(0, rollback.turn().value() - 1));
        return inner.rollBack(
            new Rollback(
                rollback.epoch(),
                store
                    .simulations()
                    .lineage(rollback.simulation())
                    .branch(
                        head.id(), head.simulation(), before, Optional.empty(), head.createdAt()),
                rollback.tail()));
      }
    }.in(store);
  }
}
