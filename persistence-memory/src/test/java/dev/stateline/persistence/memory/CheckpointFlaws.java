package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Defect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores that keep checkpoints, or audit themselves, badly. */
final class CheckpointFlaws {

  private CheckpointFlaws() {}

  static Persistence listsEveryCheckpointTwice(Persistence store) {
    return new HonestCheckpoints(store.checkpoints()) {
      @Override
      public List<Checkpoint> list(SimulationId id, Optional<Checkpoint> after, int limit) {
        return inner.list(id, after, limit).stream().flatMap(c -> Stream.of(c, c)).toList();
      }
    }.in(store);
  }

  static Persistence ordersCheckpointsByName(Persistence store) {
    return new HonestCheckpoints(store.checkpoints()) {
      @Override
      public List<Checkpoint> list(SimulationId id, Optional<Checkpoint> after, int limit) {
        return inner.list(id, after, limit).stream()
            .sorted(Comparator.comparing(c -> c.name().value()))
            .toList();
      }
    }.in(store);
  }

  static Persistence replacesACheckpoint(Persistence store) {
    return new HonestCheckpoints(store.checkpoints()) {
      @Override
      public void save(Checkpoint checkpoint) {
        try {
          inner.save(checkpoint);
        } catch (ConflictException e) {
          inner.delete(checkpoint.simulation(), checkpoint.name());
          inner.save(checkpoint);
        }
      }
    }.in(store);
  }

  static Persistence savesACheckpointOfAnyState(Persistence store) {
    return new HonestCheckpoints(store.checkpoints()) {
      @Override
      public void save(Checkpoint checkpoint) {
        try {
          inner.save(checkpoint);
        } catch (StatelineException e) {
          if (e.code() != ErrorCode.TURN_OUT_OF_RANGE) {
            throw e;
          }
        }
      }
    }.in(store);
  }

  static Persistence skipsATurnInTheAudit(Persistence store) {
    return new HonestAudit(store.audit()) {
      @Override
      public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
        return inner.turns(id, range).filter(turn -> turn.turn().value() != 3);
      }
    }.in(store);
  }

  static Persistence findsDefectsWhereThereAreNone(Persistence store) {
    return new HonestAudit(store.audit()) {
      @Override
      public List<Defect> bookkeeping(SimulationId id) {
        inner.bookkeeping(id);
        return List.of(Defect.beside("simulations.name", "looks odd"));
      }
    }.in(store);
  }
}
