package dev.stateline.application.manager;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.StateCodec;
import java.util.Objects;

/**
 * How a simulation's typed state becomes a document.
 *
 * @param version the version of the document's shape, 1 or more
 */
public record StateFormat<S>(StateCodec<S> codec, int version) {

  /**
   * @throws InvalidInputException if the version is below 1
   */
  public StateFormat {
    Objects.requireNonNull(codec, "codec");
    if (version < 1) {
      throw new InvalidInputException("a state version is 1 or more, not " + version);
    }
  }
}
