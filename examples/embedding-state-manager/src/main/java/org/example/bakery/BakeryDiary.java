package org.example.bakery;

import dev.stateline.application.Stateline;
import dev.stateline.application.manager.NewTurn;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import java.util.Map;
import java.util.stream.Stream;

/** A program with a loop of its own, which leaves its past to Stateline. */
public final class BakeryDiary {

  /** The program's own record is the state. */
  record Bakery(int flour, int loaves, double cash) {

    Bakery bake(int batches) {
      return new Bakery(flour - 3 * batches, loaves + 5 * batches, cash);
    }

    Bakery sell(int sold, double price) {
      return new Bakery(flour, loaves - sold, cash + sold * price);
    }
  }

  private static final StateFormat<Bakery> FORMAT =
      new StateFormat<>(JacksonStateCodec.of(Bakery.class), 1);
  private static final Provenance PROVENANCE =
      new Provenance("bakery-diary", "1.0.0", Document.EMPTY_OBJECT.hash(), 0);
  private static final CheckpointName BEFORE_THE_FEAST = new CheckpointName("before the feast");

  private BakeryDiary() {}

  public static void main(String[] args) {
    PersistenceSettings settings = PersistenceSettings.of(Map.of(), AccessMode.READ_WRITE);
    try (Persistence persistence = new MemoryPersistenceProvider().open(settings)) {
      Stateline stateline = Stateline.builder().persistence(persistence).build();
      keepDiary(stateline);
      goOn(stateline);
    }
  }

  private static void keepDiary(Stateline stateline) {
    Bakery opening = new Bakery(100, 0, 20);
    try (StateManager<Bakery> diary =
        stateline.create(
            SimulationSpec.of(new SimulationName("diary"), FORMAT, opening, PROVENANCE).build())) {
      for (int day = 1; day <= 3; day++) {
        Bakery next = diary.currentState().bake(4).sell(18, 2.5);
        diary.addState(NewTurn.of(next));
      }
      diary.saveCheckpoint(BEFORE_THE_FEAST);
      diary.addState(NewTurn.of(diary.currentState().bake(20).sell(11, 1.25)));
      System.out.println("after the feast    " + diary.currentState());

      Bakery before = diary.stateAt(BEFORE_THE_FEAST);
      diary.addState(NewTurn.of(before));
      System.out.println("as if it was not   " + diary.currentState());
      System.out.println("the first day      " + diary.stateAt(new TurnNumber(1)));
      printHistory(diary);
    }
  }

  private static void printHistory(StateManager<Bakery> diary) {
    try (Stream<TurnRecord> turns = diary.history(TurnRange.ALL)) {
      turns.forEach(
          turn ->
              System.out.println(
                  "turn " + turn.turn() + "  state " + turn.stateHash().hex().substring(0, 12)));
    }
  }

  /** Later, or in another program on the same database. */
  private static void goOn(Stateline stateline) {
    SimulationId id = stateline.simulations().find("diary").id();
    try (StateManager<Bakery> diary = stateline.open(id, FORMAT, PROVENANCE, TakeOver.REFUSE)) {
      diary.addState(NewTurn.of(diary.currentState().bake(1)));
      System.out.println("verified           " + stateline.verifier().verify(id).isClean());
      System.out.println("receipt            " + diary.head().receipt());
    }
  }
}
