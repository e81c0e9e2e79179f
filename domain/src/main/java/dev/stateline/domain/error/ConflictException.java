package dev.stateline.domain.error;

import java.util.Optional;

/** Somebody else was there first. Where it is a writer, the error names it. */
public final class ConflictException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CONFLICT}
   */
  public ConflictException(ErrorCode code, String message) {
    this(code, message, ErrorDetails.NONE);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#CONFLICT}
   */
  public ConflictException(ErrorCode code, String message, ErrorDetails details) {
    super(code, ErrorCategory.CONFLICT, message, details, null);
  }

  /** Who holds what was asked for, as that writer described itself. */
  public Optional<String> holder() {
    return field(ErrorField.HOLDER);
  }

  /** NAME_TAKEN by another simulation. */
  public static ConflictException nameTaken(Object name) {
    return new ConflictException(
        ErrorCode.NAME_TAKEN,
        "there is a simulation named '" + name + "' already",
        ErrorDetails.of(ErrorField.NAME, name).with(Remedy.RESUME_OR_RENAME));
  }

  /** NAME_TAKEN by an import that is not finished. */
  public static ConflictException nameKept(Object name) {
    return new ConflictException(
        ErrorCode.NAME_TAKEN,
        "the name '" + name + "' is kept for an import that is not finished",
        ErrorDetails.of(ErrorField.NAME, name).with(Remedy.FINISH_OR_DISCARD_IMPORT));
  }

  /** NAME_TAKEN by another checkpoint of the simulation. */
  public static ConflictException checkpointNameTaken(Object simulation, Object name) {
    return new ConflictException(
        ErrorCode.NAME_TAKEN,
        "simulation '"
            + simulation
            + "' has a checkpoint '"
            + name
            + "' already; choose another name, or delete that one",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.NAME, name));
  }

  /** SIMULATION_EXISTS: what is to be imported is there, whole. */
  public static ConflictException exists(Object name, Object id) {
    return new ConflictException(
        ErrorCode.SIMULATION_EXISTS,
        "simulation '" + name + "' is there already, with the same id " + id,
        ErrorDetails.of(ErrorField.SIMULATION, name));
  }

  /** WRITER_PRESENT: somebody writes to the simulation. */
  public static ConflictException writerPresent(Object simulation, Object holder) {
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        "simulation '" + simulation + "' is being written by " + holder,
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.HOLDER, holder)
            .with(Remedy.WAIT_OR_TAKE_OVER));
  }

  /** WRITER_PRESENT: somebody imports the simulation. */
  public static ConflictException importUnderWay(Object simulation, Object holder) {
    return new ConflictException(
        ErrorCode.WRITER_PRESENT,
        "simulation '" + simulation + "' is being imported by " + holder + "; wait for it",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.HOLDER, holder));
  }

  /**
   * WRITER_FENCED: the caller's epoch is no longer in force.
   *
   * @param holder who took over; empty if the writer was closed
   */
  public static ConflictException fenced(Object simulation, Optional<?> holder) {
    ErrorDetails details =
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(Remedy.OPEN_AGAIN);
    return new ConflictException(
        ErrorCode.WRITER_FENCED,
        "simulation '"
            + simulation
            + "' is no longer this writer's: "
            + holder.map(h -> "it was taken over by " + h).orElse("it was closed")
            + "; open it again to write to it",
        holder.map(h -> details.with(ErrorField.HOLDER, h)).orElse(details));
  }

  /** WRITER_FENCED: the import was discarded or published by somebody else. */
  public static ConflictException importEnded(Object simulation) {
    return new ConflictException(
        ErrorCode.WRITER_FENCED,
        "the import of simulation '" + simulation + "' was discarded or published by somebody else",
        ErrorDetails.of(ErrorField.SIMULATION, simulation));
  }

  /** HEAD_MOVED: the turn does not follow what is the head now. */
  public static ConflictException headMoved(Object simulation, int turn, int head) {
    return new ConflictException(
        ErrorCode.HEAD_MOVED,
        "turn "
            + turn
            + " does not follow the head of simulation '"
            + simulation
            + "', which is at turn "
            + head
            + "; open the simulation again",
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.TURN, turn)
            .with(ErrorField.HEAD, head)
            .with(Remedy.OPEN_AGAIN));
  }

  /**
   * HISTORY_DIVERGED: two copies of one history went on differently.
   *
   * @param turn the first turn, as far as is known, at which they differ
   */
  public static ConflictException diverged(Object simulation, int turn) {
    return new ConflictException(
        ErrorCode.HISTORY_DIVERGED,
        "simulation '"
            + simulation
            + "' does not go on from what is here: turn "
            + turn
            + " has another content here",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.TURN, turn));
  }

  /**
   * STILL_NEEDED: turns cannot be discarded.
   *
   * @param turn the turn after which they are
   * @param by what needs them, for example {@code checkpoint 'treaty'}
   */
  public static ConflictException turnsNeeded(Object simulation, int turn, String by) {
    return new ConflictException(
        ErrorCode.STILL_NEEDED,
        "the turns of simulation '"
            + simulation
            + "' after turn "
            + turn
            + " cannot be discarded: "
            + by
            + " needs them; delete that first, or keep them",
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.TURN, turn)
            .with(ErrorField.NEEDED_BY, by));
  }

  /** STILL_NEEDED: the history of another simulation rests on one that is to be deleted. */
  public static ConflictException historyNeeded(Object simulation, Object dependent) {
    return new ConflictException(
        ErrorCode.STILL_NEEDED,
        "the history of simulation '"
            + dependent
            + "' rests on simulation '"
            + simulation
            + "'; delete that one first",
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.NEEDED_BY, dependent));
  }
}
