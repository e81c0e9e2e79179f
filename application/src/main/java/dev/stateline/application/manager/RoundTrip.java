package dev.stateline.application.manager;

import dev.stateline.application.guard.Guarded;
import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import java.util.Optional;

/** Tries whether a codec can read what it wrote, before that is stored. Thread-safe. */
record RoundTrip<S>(Surroundings surroundings, StateFormat<S> format) {

  /**
   * A state as it will be read.
   *
   * @param written by the format's codec
   * @throws FailureException SCENARIO_FAILED if the codec cannot read it
   */
  S read(Document written) {
    try {
      return format.codec().decode(written);
    } catch (InvalidInputException e) {
      throw Guarded.unreadable(format.codec(), e);
    }
  }

  /**
   * Requires that a state is written in the same bytes when it has been read.
   *
   * @param written by the format's codec
   * @throws FailureException SCENARIO_FAILED if it is not
   */
  void requireSame(Document written) {
    Document again = written(read(written));
    if (!again.equals(written)) {
      throw Guarded.unreadable(
          format.codec(),
          new InvalidInputException(
              ErrorCode.INVALID_DOCUMENT,
              "read and written again, the state is another"
                  + place(written, again).map(path -> ", at " + path).orElse("")));
    }
  }

  private Document written(S read) {
    try {
      return format.codec().encode(read);
    } catch (InvalidInputException e) {
      throw Guarded.unreadable(format.codec(), e);
    }
  }

  private Optional<String> place(Document written, Document again) {
    return surroundings
        .tools()
        .flatMap(tools -> tools.differences(written, again).stream().findFirst())
        .map(Difference::path);
  }
}
