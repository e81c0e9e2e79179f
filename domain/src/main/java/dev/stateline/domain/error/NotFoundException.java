package dev.stateline.domain.error;

import java.util.Collection;

/** What was asked for is not there. */
public final class NotFoundException extends StatelineException {

  private static final long serialVersionUID = 1L;

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#NOT_FOUND}
   */
  public NotFoundException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#NOT_FOUND}
   */
  public NotFoundException(ErrorCode code, String message, Throwable cause) {
    this(code, message, ErrorDetails.NONE, cause);
  }

  /**
   * @throws IllegalArgumentException if the code is not of category {@link ErrorCategory#NOT_FOUND}
   */
  public NotFoundException(ErrorCode code, String message, ErrorDetails details, Throwable cause) {
    super(code, ErrorCategory.NOT_FOUND, message, details, cause);
  }

  /** The same, with a question whether something that is there was meant. */
  public NotFoundException meaning(String known) {
    return new NotFoundException(
        code(), getMessage() + " (did you mean '" + known + "'?)", details(), getCause());
  }

  private static NotFoundException of(ErrorCode code, String message, ErrorDetails details) {
    return new NotFoundException(code, message, details, null);
  }

  /**
   * SIMULATION_NOT_FOUND: there is none with this id.
   *
   * @param id as it is printed
   */
  public static NotFoundException simulation(Object id) {
    return of(
        ErrorCode.SIMULATION_NOT_FOUND,
        "there is no simulation with id " + id,
        ErrorDetails.of(ErrorField.SIMULATION, id).with(Remedy.LIST_SIMULATIONS));
  }

  /**
   * SIMULATION_NOT_FOUND: nothing is called so.
   *
   * @param reference what was asked for: a name, or the beginning of an id
   */
  public static NotFoundException reference(Object reference) {
    return of(
        ErrorCode.SIMULATION_NOT_FOUND,
        "there is no simulation '" + reference + "'",
        ErrorDetails.of(ErrorField.SIMULATION, reference).with(Remedy.LIST_SIMULATIONS));
  }

  /** PATH_NOT_FOUND: none of the documents that were looked at has the place. */
  public static NotFoundException path(String message, String pointer) {
    return of(
        ErrorCode.PATH_NOT_FOUND,
        message,
        ErrorDetails.of(ErrorField.PATH, pointer).with(Remedy.SHOW_WHOLE));
  }

  /** SIMULATION_NOT_FOUND: no import of it is under way. */
  public static NotFoundException unfinishedImport(Object id) {
    return of(
        ErrorCode.SIMULATION_NOT_FOUND,
        "there is no unfinished import of simulation " + id,
        ErrorDetails.of(ErrorField.SIMULATION, id));
  }

  /** TURN_OUT_OF_RANGE: the history ends before. */
  public static NotFoundException turn(int turn, int head) {
    return of(
        ErrorCode.TURN_OUT_OF_RANGE,
        "there is no turn " + turn + "; the head is turn " + head,
        ErrorDetails.of(ErrorField.TURN, turn).with(ErrorField.HEAD, head));
  }

  /** TURN_OUT_OF_RANGE: as {@link #turn(int, int)}, of a simulation that is known by name. */
  public static NotFoundException turn(Object simulation, long turn, int head) {
    return of(
        ErrorCode.TURN_OUT_OF_RANGE,
        "simulation '"
            + simulation
            + "' has turns 0 to "
            + head
            + "; "
            + (turn < 0
                ? "head~" + (head - turn) + " goes before turn 0"
                : "there is no turn " + turn),
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.TURN, turn)
            .with(ErrorField.HEAD, head));
  }

  /** TURN_OUT_OF_RANGE: the history has another state at that turn, or none. */
  public static NotFoundException state(Object simulation, int turn) {
    return of(
        ErrorCode.TURN_OUT_OF_RANGE,
        "the history of simulation '" + simulation + "' does not have that state at turn " + turn,
        ErrorDetails.of(ErrorField.SIMULATION, simulation).with(ErrorField.TURN, turn));
  }

  /** TURN_OUT_OF_RANGE: a fork's base is not stored where its segment branches. */
  public static NotFoundException base(Object fork, int turn) {
    return of(
        ErrorCode.TURN_OUT_OF_RANGE,
        "simulation '"
            + fork
            + "' cannot branch from turn "
            + turn
            + ": the state that it goes on from is not there; it may have been deleted",
        ErrorDetails.of(ErrorField.SIMULATION, fork).with(ErrorField.TURN, turn));
  }

  /** CHECKPOINT_NOT_FOUND. */
  public static NotFoundException checkpoint(Object simulation, Object name) {
    return of(
        ErrorCode.CHECKPOINT_NOT_FOUND,
        "simulation '" + simulation + "' has no checkpoint '" + name + "'",
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.CHECKPOINT, name)
            .with(Remedy.LIST_CHECKPOINTS));
  }

  /** CHECKPOINT_NOT_FOUND: a word that stands for a turn is no form of one, nor a checkpoint. */
  public static NotFoundException turnNamed(Object simulation, Object word) {
    return of(
        ErrorCode.CHECKPOINT_NOT_FOUND,
        "simulation '"
            + simulation
            + "' has no checkpoint '"
            + word
            + "', and a turn is otherwise a number from 0, head or head~3",
        ErrorDetails.of(ErrorField.SIMULATION, simulation)
            .with(ErrorField.CHECKPOINT, word)
            .with(Remedy.LIST_CHECKPOINTS));
  }

  /**
   * STATE_PRUNED: retention took a document of a turn; its hash is still there.
   *
   * @param what for example {@code the state}
   */
  public static NotFoundException pruned(String what, int turn) {
    return of(
        ErrorCode.STATE_PRUNED,
        what + " of turn " + turn + " was pruned; only its hash was kept",
        ErrorDetails.of(ErrorField.TURN, turn));
  }

  /** STATE_PRUNED: as the other, of a turn that is not known here. */
  public static NotFoundException pruned(String what) {
    return of(
        ErrorCode.STATE_PRUNED, what + " was pruned; only its hash was kept", ErrorDetails.NONE);
  }

  /**
   * SCENARIO_NOT_FOUND, with those that there are.
   *
   * @param problems what is there and cannot be used, one line each
   */
  public static NotFoundException scenario(
      Object name, Iterable<String> known, Collection<String> problems) {
    return of(
        ErrorCode.SCENARIO_NOT_FOUND,
        "there is no scenario '"
            + name
            + "' on the class path; known: "
            + String.join(", ", known)
            + (problems.isEmpty() ? "" : "; cannot be used: " + String.join("; ", problems)),
        ErrorDetails.of(ErrorField.SCENARIO, name));
  }
}
