package dev.stateline.cli.session;

import dev.stateline.application.history.TurnReference;

/** An option's turn, in the words that stand after {@code @} elsewhere. */
public record PlaceOption(TurnReference.Place place) {

  public static PlaceOption parse(String text) {
    return new PlaceOption(TurnReference.place(text));
  }
}
