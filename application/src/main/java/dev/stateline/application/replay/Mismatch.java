package dev.stateline.application.replay;

import dev.stateline.domain.document.Document;
import java.util.Objects;
import java.util.Optional;

/**
 * A place at which two computations of the same turn differ.
 *
 * @param part what of the turn differs
 * @param path a JSON Pointer to the place in what was found; of what is missing there, in what was
 *     expected
 * @param expected the value that was to be there; empty if none was
 * @param found the value that is there; empty if there is none
 */
public record Mismatch(
    Part part, String path, Optional<Document> expected, Optional<Document> found) {

  /** A part of a turn. */
  public enum Part {
    /** The seed: what was recorded is not the one that is in force in the turn. */
    SEED,
    /** The actions; only where the action source is asked again. */
    ACTIONS,
    STATE,
    OUTCOMES,
    /** The simulated world's time. */
    TIMESTAMP,
    /** A part of the scenario failed; what it did is the value that was found. */
    SCENARIO
  }

  public Mismatch {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }
}
