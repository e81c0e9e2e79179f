package dev.stateline.domain.simulation;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation's head is to go back to an earlier turn of its history.
 *
 * @param epoch the writer's fencing token
 * @param head the new segment that the head is put on: the simulation's own, it branches from the
 *     turn to go back to
 * @param tail the archived simulation under which the turns after that stay readable; empty if they
 *     are to be discarded
 */
public record Rollback(WriterEpoch epoch, Segment head, Optional<Tail> tail) {

  /**
   * What is left behind.
   *
   * @param name of the archived simulation
   * @param segment its own, which branches from the former head
   */
  public record Tail(SimulationName name, Segment segment) {

    public Tail {
      Objects.requireNonNull(name, "name");
      requireBranch(segment);
    }

    public SimulationId id() {
      return segment.simulation();
    }

    /** Why it is archived, for people. */
    public String reason(SimulationName of, TurnNumber head) {
      return "left behind at turn " + head + " when simulation '" + of + "' was rolled back";
    }
  }

  /**
   * @throws InvalidInputException if a segment is a root
   */
  public Rollback {
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(tail, "tail");
    requireBranch(head);
  }

  private static void requireBranch(Segment segment) {
    if (segment.parent().isEmpty()) {
      throw new InvalidInputException("a rollback leads to a segment that branches from another");
    }
  }

  public SimulationId simulation() {
    return head.simulation();
  }

  /** The turn to go back to. */
  public TurnNumber turn() {
    return head.branchTurn().orElseThrow();
  }

  /**
   * Requires that it fits the history as it is.
   *
   * @param lineage of the simulation
   * @throws InvalidInputException if the turn is the head's or a later one, or a segment does not
   *     branch from where it should
   */
  public void requireFits(Lineage lineage) {
    if (!lineage.headTurn().isAfter(turn())) {
      throw new InvalidInputException(
          "a rollback goes back to a turn before the head, turn "
              + lineage.headTurn()
              + ", not to turn "
              + turn());
    }
    require(lineage, head, turn());
    tail.ifPresent(t -> require(lineage, t.segment(), lineage.headTurn()));
  }

  /**
   * Requires that the simulation may be written to.
   *
   * @throws InvalidInputException INVALID_STATUS_CHANGE if it is archived
   */
  public static void requireNotArchived(SimulationName of, SimulationStatus status) {
    if (status == SimulationStatus.ARCHIVED) {
      throw InvalidInputException.archived(of);
    }
  }

  /**
   * What an adapter throws when the turns cannot be discarded.
   *
   * @param by what needs them, for example {@code checkpoint 'treaty'}
   */
  public ConflictException stillNeeded(SimulationName of, String by) {
    return ConflictException.turnsNeeded(of, turn().value(), by);
  }

  private static void require(Lineage lineage, Segment segment, TurnNumber turn) {
    if (!segment.branchTurn().equals(Optional.of(turn))
        || !segment.parent().equals(lineage.segmentOf(turn))) {
      throw new InvalidInputException(
          "segment " + segment.id() + " does not branch from turn " + turn + " of the history");
    }
  }
}
