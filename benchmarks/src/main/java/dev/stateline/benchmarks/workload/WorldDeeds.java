package dev.stateline.benchmarks.workload;

import dev.stateline.benchmarks.workload.WorldState.Event;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What nations do in a turn, and what comes of it: a few hundred bytes each. */
final class WorldDeeds {

  private static final int EACH = 3;
  private static final List<String> KINDS =
      List.of("sanction", "alliance", "trade", "mobilise", "negotiate", "aid");
  private static final List<String> REASONS =
      List.of(
          "the harvest failed and the stores are empty",
          "a border post was shelled at night",
          "the council asks for cheaper energy before winter",
          "an old treaty ends this year");
  private static final JacksonStateCodec<Order> ORDERS = JacksonStateCodec.of(Order.class);
  private static final JacksonStateCodec<Effect> EFFECTS = JacksonStateCodec.of(Effect.class);

  private final List<String> codes;
  private final Random random;

  WorldDeeds(List<String> codes, Random random) {
    this.codes = codes;
    this.random = random;
  }

  record Order(String target, double amount, String reason) {}

  record Effect(boolean accepted, double change, String target) {}

  String anyNation() {
    return any(codes);
  }

  Event event(int turn) {
    return new Event(turn, any(KINDS), anyNation(), any(REASONS) + ", says " + anyNation());
  }

  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Order order = new Order(anyNation(), hundredths(), any(REASONS));
      actions.add(new Action(anyNation(), any(KINDS), ORDERS.encode(order)));
    }
    return actions;
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Effect effect = new Effect(random.nextBoolean(), hundredths(), anyNation());
      outcomes.add(new Outcome(anyNation(), any(KINDS), EFFECTS.encode(effect)));
    }
    return outcomes;
  }

  private double hundredths() {
    return random.nextInt(100_000) / 100.0;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
