package dev.stateline.cli.session;

import dev.stateline.application.history.TurnReference;
import dev.stateline.domain.error.InvalidInputException;

/** An option's turn, in the words that stand after {@code @} elsewhere. */
public record PlaceOption(TurnReference.Place place) {

  public static PlaceOption parse(String text) {
    if (text.indexOf('@') >= 0) {
      throw new InvalidInputException(
          "a turn is a number, head, head~3 or a checkpoint's name, not '" + text + "'");
    }
    return new PlaceOption(TurnReference.parse("any@" + text).turn());
  }
}
