package org.example.nim;

import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Receipt;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnLog;
import java.util.List;
import java.util.Optional;
import org.example.nim.Nim.Heap;

/** Plays a game in a loop of its own, and proves what happened in it. Nothing is stored. */
public final class NimReceipt {

  private NimReceipt() {}

  public static void main(String[] args) throws Exception {
    System.out.println("seed 7        " + play(7, true));
    System.out.println("seed 7 again  " + play(7, false));
    System.out.println("seed 8        " + play(8, false));
  }

  private static Receipt play(long seed, boolean aloud) throws Exception {
    Document state = Nim.CODEC.encode(new Heap(Nim.MATCHES));
    ChainHash chain = ChainHash.initial(Optional.empty(), state.hash());
    TurnNumber turn = TurnNumber.ZERO;
    while (!Nim.CODEC.decode(state).isEmpty()) {
      turn = turn.next();
      TurnContext context = TurnContext.of(turn, seed);
      Heap heap = Nim.CODEC.decode(state);
      List<Action> actions = Nim.PLAYERS.actions(heap, context);
      TurnResult<Heap> result = Nim.RULES.processTurn(heap, actions, context);
      state = Nim.CODEC.encode(result.state());
      Sha256 transition =
          Transition.hash(
              TurnLog.ofActions(actions).hash(), TurnLog.ofOutcomes(result.outcomes()).hash());
      chain = chain.next(turn, result.simulatedTime(), state.hash(), transition);
      if (aloud) {
        System.out.println(
            turn
                + ": "
                + actions.get(0).actor()
                + " takes "
                + actions.get(0).document().text()
                + ", "
                + result.state().matches()
                + " left");
      }
    }
    Provenance provenance = new Provenance("nim", "1.0.0", Nim.json("{}").hash(), seed);
    return new Receipt(turn, chain, provenance.hash());
  }
}
