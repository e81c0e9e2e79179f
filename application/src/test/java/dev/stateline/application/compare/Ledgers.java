package dev.stateline.application.compare;

import dev.stateline.application.Stateline;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.TurnResult;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import dev.stateline.domain.turn.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs of which a test says at which turn they become other ones. */
final class Ledgers implements AutoCloseable {

  /** The state: a balance that grows with each turn. */
  record Ledger(long balance, String owner) {}

  /** What is different from a turn on. */
  enum Twist {
    NONE,
    ACTION,
    OUTCOME,
    STATE
  }

  private static final StateFormat<Ledger> FORMAT =
      new StateFormat<>(JacksonStateCodec.of(Ledger.class), 1);

  final TownStore store = new TownStore();
  final CountedReads reads = new CountedReads(store.persistence);
  final RunComparer comparer = new RunComparer(new JacksonDocumentTools());

  private final Stateline reading = Stateline.builder().persistence(reads).build();

  ComparedRun run(String name, int turns) {
    return run(name, turns, Twist.NONE, 0);
  }

  /** A run that has a twist from a turn on; at turn 0 it is one of the initial state. */
  ComparedRun run(String name, int turns, Twist twist, int from) {
    Provenance provenance =
        new Provenance("ledger", "1", Document.EMPTY_OBJECT.hash(), twist == Twist.ACTION ? 2 : 1);
    long begin = from == 0 && twist != Twist.NONE ? 1 : 0;
    SimulationSpec<Ledger> spec =
        SimulationSpec.of(new SimulationName(name), FORMAT, new Ledger(begin, "anna"), provenance)
            .build();
    try (StateManager<Ledger> manager = store.stateline.create(spec)) {
      for (int turn = 1; turn <= turns; turn++) {
        manager.addState(turn(turn, turn >= from ? twist : Twist.NONE));
      }
    }
    return new ComparedRun(reading.simulations().find(name), reading.history());
  }

  private static NewTurn<Ledger> turn(int turn, Twist twist) {
    return new NewTurn<>(
        List.of(new Action("anna", "pay", number(twist == Twist.ACTION ? 2 : 1))),
        new TurnResult<>(
            new Ledger(10L * turn + (twist == Twist.STATE ? 5 : 0), "anna"),
            Optional.empty(),
            List.of(new Outcome("bank", "fee", number(twist == Twist.OUTCOME ? 2 : 1)))),
        Duration.ZERO,
        Optional.empty());
  }

  private static Document number(int value) {
    return Document.ofCanonical(Integer.toString(value).getBytes(StandardCharsets.UTF_8));
  }

  Optional<Integer> parting(ComparedRun first, ComparedRun run) {
    return comparer
        .compare(first, run, Optional.empty())
        .divergence()
        .map(Divergence::turn)
        .map(TurnNumber::value);
  }

  @Override
  public void close() {
    store.close();
  }
}
