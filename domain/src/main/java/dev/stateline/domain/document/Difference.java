package dev.stateline.domain.document;

import java.util.Objects;
import java.util.Optional;

/**
 * One place where two documents differ, for people to read.
 *
 * @param pathBefore the JSON Pointer (RFC 6901) of the place in the first document; empty for what
 *     was added
 * @param pathAfter that in the second document; empty for what was removed
 * @param before the value in the first document, for what was removed or changed
 * @param after the value in the second document, for what was added or changed
 */
public record Difference(
    Kind kind,
    Optional<String> pathBefore,
    Optional<String> pathAfter,
    Optional<Document> before,
    Optional<Document> after) {

  /** What happened at the place. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** An element of an array, known by its key, that stands in another order to the others. */
    MOVED
  }

  public Difference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pathBefore, "pathBefore");
    Objects.requireNonNull(pathAfter, "pathAfter");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  public static Difference added(String path, Document value) {
    return new Difference(
        Kind.ADDED, Optional.empty(), Optional.of(path), Optional.empty(), Optional.of(value));
  }

  public static Difference removed(String path, Document value) {
    return new Difference(
        Kind.REMOVED, Optional.of(path), Optional.empty(), Optional.of(value), Optional.empty());
  }

  public static Difference changed(
      String pathBefore, String pathAfter, Document before, Document after) {
    return new Difference(
        Kind.CHANGED,
        Optional.of(pathBefore),
        Optional.of(pathAfter),
        Optional.of(before),
        Optional.of(after));
  }

  public static Difference moved(String pathBefore, String pathAfter) {
    return new Difference(
        Kind.MOVED,
        Optional.of(pathBefore),
        Optional.of(pathAfter),
        Optional.empty(),
        Optional.empty());
  }

  /** The place in the second document; of what was removed, in the first. */
  public String path() {
    return pathAfter.or(() -> pathBefore).orElseThrow();
  }

  /** Whether the place has another pointer in the second document than in the first. */
  public boolean isElsewhere() {
    return pathBefore.isPresent() && pathAfter.isPresent() && !pathBefore.equals(pathAfter);
  }

  /** The same difference, in the documents that hold these two at a pointer. */
  public Difference under(String pointer) {
    return new Difference(
        kind, pathBefore.map(pointer::concat), pathAfter.map(pointer::concat), before, after);
  }
}
