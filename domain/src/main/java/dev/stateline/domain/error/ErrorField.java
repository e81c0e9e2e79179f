package dev.stateline.domain.error;

import java.util.Locale;

/** What an error may say of itself beside its message, so that programs need not read that. */
public enum ErrorField {
  /** The name of a simulation, or its id where the name is not known. */
  SIMULATION,
  /** The number of a turn. */
  TURN,
  /** The number of a head's turn. */
  HEAD,
  /** The name of a checkpoint. */
  CHECKPOINT,
  /** A name that was asked for. */
  NAME,
  /** The name of a scenario. */
  SCENARIO,
  /** A JSON Pointer, or a file. */
  PATH,
  /** Table and column, for example {@code turns.state_payload}. */
  COLUMN,
  /** Whose data it is, for people. */
  PLACE,
  /** What is wrong, for people, without the place. */
  PROBLEM,
  /** What should have been there. */
  EXPECTED,
  /** What is there. */
  ACTUAL,
  /** Who holds what was asked for, as that writer described itself. */
  HOLDER,
  /** What still needs what was to go. */
  NEEDED_BY,
  /** What an adapter cannot do. */
  ABILITY,
  /** A database, as it describes itself. */
  DATABASE,
  /** The part of a scenario that failed, for example {@code engine} or {@code action source}. */
  COMPONENT,
  /** The method that failed. */
  METHOD,
  /** Where in a scenario's code it was, for example {@code town.Rules.grow(Rules.java:42)}. */
  SOURCE;

  /** The field as it is printed, for example {@code needed_by}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
