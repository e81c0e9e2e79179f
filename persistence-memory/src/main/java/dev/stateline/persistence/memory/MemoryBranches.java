package dev.stateline.persistence.memory;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.checkpoint.CheckpointKind;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.StateRef;
import java.util.List;
import java.util.Optional;

/** Forks and rollbacks in memory. */
final class MemoryBranches implements BranchPort {

  private final Gate gate;
  private final SimulationRows rows;

  MemoryBranches(Gate gate, SimulationRows rows) {
    this.gate = gate;
    this.rows = rows;
  }

  @Override
  public Simulation fork(NewFork fork) {
    return gate.write(
        () -> {
          StateRef base = fork.base();
          SegmentRow parent =
              rows.segment(base.segment())
                  .filter(segment -> segment.holds(base))
                  .orElseThrow(() -> NotFoundException.base(fork.name(), base.turn().value()));
          SimulationRow row = new SimulationRow(fork, parent, parent.at(base.turn()));
          rows.add(row);
          return row.describe();
        });
  }

  @Override
  public Simulation rollBack(Rollback rollback) {
    return gate.write(
        () -> {
          SimulationRow row = rows.get(rollback.simulation());
          row.requireWriter(rollback.epoch());
          Rollback.requireNotArchived(row.name(), row.status());
          rollback.requireFits(row.lineage());
          rollback
              .tail()
              .ifPresentOrElse(tail -> keep(row, tail, rollback), () -> discard(row, rollback));
          return row.describe();
        });
  }

  private void keep(SimulationRow row, Rollback.Tail tail, Rollback rollback) {
    rows.requireFree(tail.name());
    rows.add(row.leave(tail, rollback.turn()));
    row.rollBackTo(rollback.head());
  }

  private void discard(SimulationRow row, Rollback rollback) {
    List<Stretch> tail = ownTail(row, rollback.turn());
    requireUnneeded(row, tail, rollback);
    row.rollBackTo(rollback.head());
    tail.forEach(stretch -> stretch.segment().dropAfter(rollback.turn()));
  }

  /** The turns after this one that the simulation wrote; those of its ancestors are theirs. */
  private static List<Stretch> ownTail(SimulationRow row, TurnNumber turn) {
    TurnRange after = new TurnRange(turn.next(), new TurnNumber(TurnNumber.MAX_VALUE));
    return row.stretches(after).stream()
        .filter(stretch -> stretch.segment().segment().simulation().equals(row.id()))
        .toList();
  }

  private void requireUnneeded(SimulationRow row, List<Stretch> tail, Rollback rollback) {
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
