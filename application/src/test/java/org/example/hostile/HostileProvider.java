package org.example.hostile;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.port.StateCodec;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A count whose scenario does one thing wrong, in one method, from one turn on. */
public final class HostileProvider implements EngineProvider {

  private final Method method;
  private final Fault fault;
  private final int fromTurn;
  private int turn;

  public HostileProvider(Method method, Fault fault, int fromTurn) {
    this.method = method;
    this.fault = fault;
    this.fromTurn = fromTurn;
  }

  /** One that does nothing wrong. */
  public HostileProvider() {
    this(Method.OPEN, Fault.NONE, 0);
  }

  private <T> T in(Method called, java.util.function.Supplier<T> answer) {
    return called == method && turn >= fromTurn ? fault.or(answer) : answer.get();
  }

  private Document document(Method called, String json) {
    return called == method && turn >= fromTurn
        ? fault.documentOr(json)
        : Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String scenario() {
    return "hostile";
  }

  @Override
  public String description() {
    return "a count";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return in(Method.OPEN, Count::new);
  }

  private final class Count implements Scenario<int[]> {

    @Override
    public String engineName() {
      return in(Method.ENGINE_NAME, () -> "count");
    }

    @Override
    public String engineVersion() {
      return in(Method.ENGINE_VERSION, () -> "1");
    }

    @Override
    public Document parameters() {
      return in(Method.PARAMETERS, () -> document(Method.PARAMETERS, "{}"));
    }

    @Override
    public int stateVersion() {
      return 1;
    }

    @Override
    public StateCodec<int[]> codec() {
      return in(Method.CODEC, Codec::new);
    }

    @Override
    public InitialState<int[]> initialState(TurnContext context) {
      return in(Method.INITIAL_STATE, () -> new InitialState<>(new int[] {0}, Optional.empty()));
    }

    @Override
    public TurnNumber lastTurn() {
      return in(Method.LAST_TURN, () -> new TurnNumber(5));
    }

    @Override
    public ActionSource<int[]> actionSource() {
      return in(Method.ACTION_SOURCE, () -> this::actions);
    }

    private List<Action> actions(int[] state, TurnContext context) {
      turn = context.turn().value();
      // What it was shown is its own: nobody may notice.
      state[0] = -1;
      return in(
          Method.ACTIONS,
          () -> List.of(new Action("ana", "counts", document(Method.ACTIONS, "1"))));
    }

    @Override
    public GameEngine<int[]> engine() {
      return in(Method.ENGINE, () -> this::processTurn);
    }

    private TurnResult<int[]> processTurn(int[] state, List<Action> actions, TurnContext context) {
      return in(
          Method.PROCESS_TURN,
          () ->
              new TurnResult<>(
                  new int[] {state[0] + 1},
                  Optional.empty(),
                  List.of(new Outcome("ana", "counted", document(Method.PROCESS_TURN, "1")))));
    }

    @Override
    public void close() {
      in(Method.CLOSE, () -> "closed");
    }
  }

  private final class Codec implements StateCodec<int[]> {

    @Override
    public Document encode(int[] value) {
      return in(Method.ENCODE, () -> document(Method.ENCODE, Integer.toString(value[0])));
    }

    @Override
    public int[] decode(Document document) {
      return in(Method.DECODE, () -> new int[] {Integer.parseInt(document.text())});
    }
  }
}
