package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import java.util.List;
import java.util.Optional;

/** Forks and rollbacks in memory. To be used inside the {@link Gate}. */
final class MemoryBranches {

  private MemoryBranches() {}

  static SimulationRow fork(SimulationRows rows, NewFork fork) {
    TurnNumber turn = fork.segment().branchTurn().orElseThrow();
    SegmentRow parent =
        rows.segment(fork.segment().parent().orElseThrow())
            .filter(segment -> segment.holds(turn))
            .filter(segment -> segment.at(turn).state().id().equals(fork.base()))
            .orElseThrow(fork::baseMissing);
    StoredTurn base = parent.at(turn);
    fork.requireChain(base.state().chainHash());
    SimulationRow row = new SimulationRow(fork, parent, base);
    rows.add(row);
    return row;
  }

  static void rollBack(SimulationRows rows, SimulationRow row, Rollback rollback) {
    Rollback.requireNotArchived(row.name(), row.status());
    rollback.requireFits(row.lineage());
    if (rollback.tail().isPresent()) {
      keep(rows, row, rollback.tail().get(), rollback.turn());
      row.rollBackTo(rollback.head());
    } else {
      List<Stretch> tail = ownTail(row, rollback.turn());
      requireUnneeded(rows, row, tail, rollback);
      row.rollBackTo(rollback.head());
      tail.forEach(stretch -> stretch.segment().dropAfter(rollback.turn()));
    }
  }

  private static void keep(
      SimulationRows rows, SimulationRow row, Rollback.Tail tail, TurnNumber turn) {
    rows.requireFree(tail.name());
    rows.add(row.leave(tail, turn));
  }

  /** The turns after this one that the simulation wrote; those of its ancestors are theirs. */
  private static List<Stretch> ownTail(SimulationRow row, TurnNumber turn) {
    TurnRange after = new TurnRange(turn.next(), new TurnNumber(TurnNumber.MAX_VALUE));
    return row.stretches(after).stream()
        .filter(stretch -> stretch.segment().segment().simulation().equals(row.id()))
        .toList();
  }

  private static void requireUnneeded(
      SimulationRows rows, SimulationRow row, List<Stretch> tail, Rollback rollback) {
    Optional<Checkpoint> named =
        row.checkpoints().values().stream()
            .filter(c -> c.kind() == CheckpointKind.NAMED && c.turn().isAfter(rollback.turn()))
            .findFirst();
    if (named.isPresent()) {
      throw rollback.stillNeeded(row.name(), "checkpoint '" + named.get().name() + "'");
    }
    rows.everyone()
        .filter(other -> other != row && restsOn(other, tail))
        .findFirst()
        .ifPresent(
            other -> {
              throw rollback.stillNeeded(row.name(), "simulation '" + other.name() + "'");
            });
  }

  private static boolean restsOn(SimulationRow other, List<Stretch> tail) {
    return tail.stream()
        .anyMatch(
            stretch ->
                other.stretches(stretch.turns()).stream()
                    .anyMatch(theirs -> theirs.segment() == stretch.segment()));
  }
}
