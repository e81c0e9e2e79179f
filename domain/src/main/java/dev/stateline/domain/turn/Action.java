package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.NameRules;
import java.util.Objects;

/**
 * What an actor did in a turn.
 *
 * @param actor who, 1 to 200 printable characters
 * @param kind what, in the scenario's words, 1 to 200 printable characters
 * @param document the details
 */
public record Action(String actor, String kind, Document document) {

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if actor or kind is empty, too long or
   *     not printable
   */
  public Action {
    NameRules.checkLabel("name of an actor", actor);
    NameRules.checkLabel("kind of action", kind);
    Objects.requireNonNull(document, "document must not be null");
  }
}
