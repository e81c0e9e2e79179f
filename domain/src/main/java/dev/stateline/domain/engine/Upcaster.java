package dev.stateline.domain.engine;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;

/**
 * Reads states of earlier versions: brings a document from the shape of one version into that of
 * the next. What is stored stays as it is, its hash too.
 */
@FunctionalInterface
public interface Upcaster {

  /** Knows no earlier version. */
  Upcaster NONE =
      (state, version) -> {
        throw new InvalidInputException(
            ErrorCode.NOT_SUPPORTED,
            "a state of version "
                + version
                + " cannot be read: nothing leads from state version "
                + version
                + " to "
                + (version + 1)
                + "; use a release of the scenario that has this upcast");
      };

  /**
   * The same state in the shape of the next version.
   *
   * @param state in the shape of the version
   * @param version 1 or more
   * @return in canonical form, in the shape of {@code version + 1}
   * @throws InvalidInputException NOT_SUPPORTED if there is no such step
   */
  Document upcast(Document state, int version);
}
