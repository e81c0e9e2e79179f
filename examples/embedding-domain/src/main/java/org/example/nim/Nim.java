package org.example.nim;

import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Two players take 1 to 3 matches from a heap in turn; who takes the last one loses. */
final class Nim {

  static final int MATCHES = 21;

  /** The state of the game. */
  record Heap(int matches) {

    boolean isEmpty() {
      return matches == 0;
    }
  }

  /** What a player does is chance, and belongs to the action source. */
  static final ActionSource<Heap> PLAYERS =
      (heap, context) -> {
        int wanted = 1 + context.random("nim/taken").nextInt(3);
        int taken = Math.min(wanted, heap.matches());
        return List.of(new Action(player(context), "take", json("" + taken)));
      };

  /** What comes of it is a rule, and belongs to the engine. */
  static final GameEngine<Heap> RULES =
      (heap, actions, context) -> {
        int taken = Integer.parseInt(actions.get(0).document().text());
        Heap left = new Heap(heap.matches() - taken);
        List<Outcome> outcomes =
            left.isEmpty()
                ? List.of(new Outcome(player(context), "lost", json("true")))
                : List.of();
        return new TurnResult<>(left, Optional.empty(), outcomes);
      };

  /**
   * A document is canonical JSON (RFC 8785): members in alphabetical order, no spaces, numbers as
   * JavaScript prints them. For one member it is easily written by hand.
   */
  static final StateCodec<Heap> CODEC =
      new StateCodec<>() {
        @Override
        public Document encode(Heap heap) {
          return json("{\"matches\":" + heap.matches() + "}");
        }

        @Override
        public Heap decode(Document document) {
          return new Heap(Integer.parseInt(document.text().replaceAll("[^0-9]", "")));
        }
      };

  private Nim() {}

  private static String player(TurnContext context) {
    return context.turn().value() % 2 == 1 ? "ana" : "bob";
  }

  static Document json(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
