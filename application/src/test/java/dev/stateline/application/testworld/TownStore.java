package dev.stateline.application.testworld;

import dev.stateline.application.Stateline;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.persistence.memory.MemoryPersistenceProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Stateline on an empty memory database, its clock and its ids known beforehand. */
public final class TownStore implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

  public final SettableClock clock = new SettableClock(NOW);
  public final CountingIds ids = new CountingIds();
  public final Persistence persistence =
      new MemoryPersistenceProvider().open(PersistenceSettings.of(Map.of(), AccessMode.READ_WRITE));
  public final Stateline stateline = as("the test");

  /** The same database, seen by another program. */
  public Stateline as(String writer) {
    return Stateline.builder()
        .persistence(persistence)
        .clock(clock)
        .ids(ids)
        .writer(new WriterIdentity(writer))
        .documents(new JacksonDocumentTools())
        .build();
  }

  public StateManager<Town> open(SimulationId id) {
    return open(id, TakeOver.REFUSE);
  }

  public StateManager<Town> open(SimulationId id, TakeOver takeOver) {
    return stateline.open(id, TownRules.FORMAT, TownRules.PROVENANCE, takeOver);
  }

  /** Runs the scenarios of these providers, with an automatic checkpoint every fifth turn. */
  public SimulationRunner runner(EngineProvider... providers) {
    return stateline.runner(new EngineCatalog(List.of(providers)), 5, () -> 0);
  }

  /** Creates a simulation, adds turns by the rules, and closes it. */
  public Simulation played(String name, int turns) {
    try (StateManager<Town> manager = stateline.create(TownRules.spec(name))) {
      play(manager, turns);
    }
    return stateline.simulations().find(name);
  }

  /** Adds turns by the rules. */
  public static void play(StateManager<Town> manager, int turns) {
    for (int i = 0; i < turns; i++) {
      int next = manager.head().turn().value() + 1;
      manager.addState(TownRules.turn(manager.currentState(), next));
    }
  }

  /** The chain hashes of a simulation from turn 0 to its head. */
  public List<String> chain(SimulationId id) {
    try (Stream<TurnRecord> history = stateline.history().history(id, TurnRange.ALL)) {
      return history.map(turn -> turn.chainHash().hex()).toList();
    }
  }

  @Override
  public void close() {
    persistence.close();
  }
}
