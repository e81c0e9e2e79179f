package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.NameRules;
import java.util.Objects;

/**
 * What came of a turn.
 *
 * @param actor whom it concerns, 1 to 200 printable characters
 * @param kind what, in the scenario's words, 1 to 200 printable characters
 * @param document the details
 */
public record Outcome(String actor, String kind, Document document) {

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if actor or kind is empty, too long or
   *     not printable
   */
  public Outcome {
    NameRules.checkLabel("name of an actor", actor);
    NameRules.checkLabel("kind of outcome", kind);
    Objects.requireNonNull(document, "document must not be null");
  }
}
