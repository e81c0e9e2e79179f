package dev.stateline.domain.port;

import dev.stateline.domain.document.Document;

/**
 * Turns typed values into documents and back. The bytes of a typed value equal its canonicalised
 * JSON text. Thread-safe.
 *
 * @param <S> the type, for example a record that is a simulation's state
 */
public interface StateCodec<S> {

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if the value has no exact canonical
   *     form; the message names the place
   */
  Document encode(S value);

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if the document does not fit the type;
   *     the message names the place
   */
  S decode(Document document);
}
