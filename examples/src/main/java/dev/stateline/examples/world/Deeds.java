package dev.stateline.examples.world;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.turn.Action;

/** The kinds of action, and how their details are written. */
final class Deeds {

  /** Spends more of GDP on growth: an {@link Amount}. */
  static final String INVEST = "invest";

  /** Raises the military effort: an {@link Amount}. */
  static final String ARM = "arm";

  /** Lowers the military effort: an {@link Amount}. */
  static final String DISARM = "disarm";

  /** Offers a trade treaty: {@link Toward} another nation. */
  static final String TRADE = "trade";

  /** Offers an alliance. */
  static final String ALLY = "ally";

  /** Imposes an embargo. */
  static final String SANCTION = "sanction";

  /** Lifts the embargo that was imposed before. */
  static final String LIFT_SANCTION = "lift_sanction";

  /** Calms a neighbour's conflict or quarrels. */
  static final String MEDIATE = "mediate";

  /** Calls up the forces against another nation. */
  static final String MOBILISE = "mobilise";

  /** Begins a war. */
  static final String ATTACK = "attack";

  /** Offers peace to the other side, or, toward itself, to the rebels. */
  static final String MAKE_PEACE = "make_peace";

  /** How much, as a share of GDP, 0 to 0.1. */
  record Amount(double amount) {}

  /** Toward whom. */
  record Toward(String nation) {}

  private static final StateCodec<Amount> AMOUNT = JacksonStateCodec.of(Amount.class);
  private static final StateCodec<Toward> TOWARD = JacksonStateCodec.of(Toward.class);

  private Deeds() {}

  static Action amount(String actor, String kind, double amount) {
    Document details = AMOUNT.encode(new Amount(Rounding.ratio(amount)));
    return new Action(actor, kind, details);
  }

  static Action toward(String actor, String kind, String nation) {
    return new Action(actor, kind, TOWARD.encode(new Toward(nation)));
  }

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if the details are none
   */
  static double amount(Action action) {
    return AMOUNT.decode(action.document()).amount();
  }

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if the details are none
   */
  static String toward(Action action) {
    return TOWARD.decode(action.document()).nation();
  }
}
