package dev.stateline.domain.error;

/**
 * What helps against an error. Each front end puts it into its own words, with the error's fields:
 * a command, a button, a method.
 */
public enum Remedy {
  /** Ask what there is: simulations. */
  LIST_SIMULATIONS,
  /** Ask what there is: checkpoints of the simulation. */
  LIST_CHECKPOINTS,
  /** Look at the whole document. */
  SHOW_WHOLE,
  /** Run the simulation of that name on, or choose another name. */
  RESUME_OR_RENAME,
  /** Run the simulation on: it goes on from its last whole turn. */
  RESUME,
  /** Wait for the writer, or take over from it. */
  WAIT_OR_TAKE_OVER,
  /** Open the simulation again. */
  OPEN_AGAIN,
  /** Take the simulation back from the archive. */
  UNARCHIVE,
  /** Finish the unfinished import, or discard it. */
  FINISH_OR_DISCARD_IMPORT,
  /** Bring the database's schema up to date. */
  MIGRATE,
  /** Run something, which makes the database. */
  RUN_FIRST,
  /** Verify the history, which says more. */
  VERIFY,
  /** Give a receipt as it was printed. */
  GIVE_RECEIPT
}
