package org.example.trap;

import dev.stateline.codec.JacksonStateCodec;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A count whose engine springs a trap in turn 3; the trap is the parameter {@code trap}. */
public final class TrapProvider implements EngineProvider {

  /** The state. */
  public record Count(int value) {}

  /** A class that is there and cannot be initialised. */
  public static final class Uninitialisable implements EngineProvider {
    private static final int NUMBER = Integer.parseInt("no number");

    /** For the class path. */
    public Uninitialisable() {}

    @Override
    public String scenario() {
      return "number-" + NUMBER;
    }

    @Override
    public String description() {
      return "cannot be made";
    }

    @Override
    public Scenario<?> open(Document parameters) {
      throw new UnsupportedOperationException();
    }
  }

  /** For the class path. */
  public TrapProvider() {}

  @Override
  public String scenario() {
    return "trap";
  }

  @Override
  public String description() {
    return "a count with a trap";
  }

  @Override
  public Scenario<?> open(Document parameters) {
    return new Trapped(parameters);
  }

  private static void spring(String trap) throws Exception {
    switch (trap) {
      case "{\"trap\":\"exit\"}" -> System.exit(0);
      case "{\"trap\":\"halt\"}" -> Runtime.getRuntime().halt(7);
      case "{\"trap\":\"close\"}" -> {
        System.out.close();
        System.err.close();
      }
      case "{\"trap\":\"flood\"}" -> {
        for (int i = 0; i < 100_000; i++) {
          System.out.println("a line that nobody asked for");
        }
      }
      case "{\"trap\":\"thread\"}" -> new Thread(TrapProvider::waitForEver, "left alone").start();
      case "{\"trap\":\"thread exit\"}" -> {
        Thread other = new Thread(() -> System.exit(0), "another");
        other.start();
        other.join();
      }
      case "{\"trap\":\"interrupt\"}" -> throw new InterruptedException("called away");
      case "{\"trap\":\"not a number\"}" ->
          Document.ofCanonical("{\"gdp\":NaN}".getBytes(StandardCharsets.UTF_8));
      default -> throw new IllegalArgumentException("no trap: " + trap);
    }
  }

  /** What a shutdown hook may do: it never returns, since the program is ending already. */
  public static void exit() {
    System.exit(0);
  }

  /** What a shutdown hook may do. */
  public static synchronized void waitForEver() {
    try {
      while (true) {
        TrapProvider.class.wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Trapped(Document parameters) implements Scenario<Count> {

    @Override
    public String engineName() {
      return "trap";
    }

    @Override
    public String engineVersion() {
      return "1";
    }

    @Override
    public int stateVersion() {
      return 1;
    }

    @Override
    public StateCodec<Count> codec() {
      return JacksonStateCodec.of(Count.class);
    }

    @Override
    public InitialState<Count> initialState(TurnContext context) {
      return new InitialState<>(new Count(0), Optional.empty());
    }

    @Override
    public TurnNumber lastTurn() {
      return new TurnNumber(4);
    }

    @Override
    public ActionSource<Count> actionSource() {
      return (state, context) -> List.of();
    }

    @Override
    public GameEngine<Count> engine() {
      return this::processTurn;
    }

    private TurnResult<Count> processTurn(Count state, List<Action> actions, TurnContext context)
        throws Exception {
      if (context.turn().value() == 3) {
        spring(parameters.text());
      }
      return new TurnResult<>(new Count(state.value() + 1), Optional.empty(), List.of());
    }
  }
}
