package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Rollback;
import dev.stateline.domain.history.Turn;
import dev.stateline.domain.history.TurnRange;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.state.TurnNumber;
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
            .orElseThrow(() -> noBase(fork, turn));
    StoredTurn base = parent.at(turn);
    fork.first().ifPresent(first -> requireChain(base, first));
    SimulationRow row = new SimulationRow(fork, parent, base);
    rows.add(row);
    return row;
  }

  private static NotFoundException noBase(NewFork fork, TurnNumber turn) {
    return new NotFoundException(
        ErrorCode.TURN_OUT_OF_RANGE,
        "simulation '"
            + fork.name()
            + "' cannot branch from turn "
            + turn
            + ": state "
            + fork.base()
            + " is not there; it may have been deleted");
  }

  private static void requireChain(StoredTurn base, Turn first) {
    if (!first.chainHashAfter(base.state().chainHash()).equals(first.state().chainHash())) {
      throw new InvalidInputException(
          "the chain hash of turn " + first.state().turn() + " does not follow from the base");
    }
  }

  static void rollBack(SimulationRows rows, SimulationRow row, Rollback rollback) {
    if (row.status() == SimulationStatus.ARCHIVED) {
      throw new InvalidInputException(
          ErrorCode.INVALID_STATUS_CHANGE,
          "simulation '" + row.name() + "' is archived; take it back with 'archive --undo' first");
    }
    rollback.requireFits(row.lineage());
    if (rollback.tail().isPresent()) {
      keep(rows, row, rollback.tail().get(), rollback.turn());
      row.rollBackTo(rollback.head());
    } else {
      List<Stretch> tail = ownTail(row, rollback.turn());
      requireUnneeded(rows, row, tail, rollback.turn());
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
      SimulationRows rows, SimulationRow row, List<Stretch> tail, TurnNumber turn) {
    Optional<Checkpoint> named =
        row.checkpoints().values().stream()
            .filter(c -> c.kind() == CheckpointKind.NAMED && c.turn().isAfter(turn))
            .findFirst();
    if (named.isPresent()) {
      throw needed(row, turn, "checkpoint '" + named.get().name() + "'");
    }
    rows.everyone()
        .filter(other -> other != row && restsOn(other, tail))
        .findFirst()
        .ifPresent(
            other -> {
              throw needed(row, turn, "simulation '" + other.name() + "'");
            });
  }

  private static boolean restsOn(SimulationRow other, List<Stretch> tail) {
    return tail.stream()
        .anyMatch(
            stretch ->
                other.stretches(stretch.turns()).stream()
                    .anyMatch(theirs -> theirs.segment() == stretch.segment()));
  }

  private static ConflictException needed(SimulationRow row, TurnNumber turn, String by) {
    return new ConflictException(
        ErrorCode.STILL_NEEDED,
        "the turns of simulation '"
            + row.name()
            + "' after turn "
            + turn
            + " cannot be discarded: "
            + by
            + " needs them; delete that first, or keep them");
  }
}
