package dev.stateline.application.replay;

import dev.stateline.domain.document.Document;
import java.util.Objects;
import java.util.Optional;

/**
 * A place at which two computations of the same turn differ.
 *
 * @param part what of the turn differs
 * @param path a JSON Pointer into it; where several places of one array differ, it counts with the
 *     differences before it made good
 * @param expected the value that was to be there; empty if none was
 * @param found the value that is there; empty if there is none
 */
public record Difference(
    Part part, String path, Optional<Document> expected, Optional<Document> found) {

  /** A part of a turn. */
  public enum Part {
    /** The actions; only where the action source is asked again. */
    ACTIONS,
    STATE,
    OUTCOMES,
    /** The simulated world's time. */
    TIMESTAMP,
    /** The engine failed; what it said is the value that was found. */
    ENGINE
  }

  public Difference {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }
}
