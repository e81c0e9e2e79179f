package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.simulation.StatusChange;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.Samples;
import java.util.Optional;

/** Stores that fork and roll back badly. */
final class BranchFlaws {

  private BranchFlaws() {}

  static Persistence forgetsTheSeedOfAFork(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation fork(NewFork fork) {
        return inner.fork(
            new NewFork(
                fork.name(),
                fork.config(),
                fork.metadata(),
                fork.targetTurn(),
                42,
                fork.segment(),
                fork.base(),
                fork.first(),
                fork.createdAt()));
      }
    }.in(store);
  }

  /** Whatever turn is asked for. */
  static Persistence forksFromTheHead(Persistence store) {
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation fork(NewFork fork) {
        return inner.list(Optional.empty(), 1).stream()
            .map(Simulation::head)
            .filter(head -> head.segment().equals(fork.segment().parent().orElseThrow()))
            .filter(head -> fork.first().isEmpty())
            .map(head -> inner.fork(from(head, fork)))
            .findFirst()
            .orElseGet(() -> inner.fork(fork));
      }
    }.in(store);
  }

  private static NewFork from(Head head, NewFork fork) {
    Segment segment = fork.segment();
    return new NewFork(
        fork.name(),
        fork.config(),
        fork.metadata(),
        fork.targetTurn(),
        fork.seed(),
        new Segment(
            segment.id(),
            segment.simulation(),
            Optional.of(head.segment()),
            Optional.of(head.turn()),
            segment.createdAt()),
        head.state(),
        Optional.empty(),
        fork.createdAt());
  }

  static Persistence losesCheckpointsOfATail(Persistence store) {
    return new HonestSimulations(store.simulations()) {
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
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Simulation back = inner.rollBack(rollback);
        rollback.tail().ifPresent(tail -> reopen(tail.id()));
        return back;
      }

      private void reopen(SimulationId id) {
        try (WriterSession session =
            inner.openForWriting(id, new WriterIdentity("flaw"), TakeOver.REFUSE)) {
          inner.changeStatus(id, session.epoch(), StatusChange.to(SimulationStatus.PAUSED));
        }
      }
    }.in(store);
  }

  static Persistence keepsWhatItShouldDiscard(Persistence store) {
    Samples samples = new Samples();
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        if (rollback.tail().isPresent()) {
          return inner.rollBack(rollback);
        }
        Head head = inner.find(rollback.simulation()).orElseThrow().head();
        Segment segment =
            new Segment(
                new SegmentId(samples.next()),
                new SimulationId(samples.next()),
                inner.lineage(rollback.simulation()).segmentOf(head.turn()),
                Optional.of(head.turn()),
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
    return new HonestSimulations(store.simulations()) {
      @Override
      public Simulation rollBack(Rollback rollback) {
        Segment head = rollback.head();
        TurnNumber before = new TurnNumber(Math.max(0, rollback.turn().value() - 1));
        return inner.rollBack(
            new Rollback(
                rollback.epoch(),
                new Segment(
                    head.id(),
                    head.simulation(),
                    inner.lineage(rollback.simulation()).segmentOf(before),
                    Optional.of(before),
                    head.createdAt()),
                rollback.tail()));
      }
    }.in(store);
  }
}
