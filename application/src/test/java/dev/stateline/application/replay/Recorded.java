package dev.stateline.application.replay;

import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.run.ResumeRequest;
import dev.stateline.application.run.RunListener;
import dev.stateline.application.run.RunRequest;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.testworld.TownProvider;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs of the scenario {@code world}, and the means to compute them again. */
final class Recorded implements AutoCloseable {

  static final EngineProvider TOWN = new TownProvider("world");

  final TownStore store = new TownStore();
  final JacksonDocumentTools documents = new JacksonDocumentTools();
  final List<Integer> progress = new ArrayList<>();

  private SimulationRunner runner(EngineProvider provider) {
    return store.runner(provider);
  }

  /** Runs a new simulation to a turn. */
  Simulation run(EngineProvider provider, String name, int turns) {
    runner(provider)
        .run(
            new RunRequest(
                "world",
                Document.EMPTY_OBJECT,
                Optional.of(new SimulationName(name)),
                Optional.of(new TurnNumber(turns)),
                7),
            new StopSignal(),
            RunListener.NONE);
    return store.stateline.simulations().find(name);
  }

  /** Runs a simulation on. */
  Simulation resume(EngineProvider provider, Simulation simulation, int turns) {
    runner(provider)
        .resume(
            new ResumeRequest(simulation, Optional.of(new TurnNumber(turns)), TakeOver.REFUSE),
            new StopSignal(),
            RunListener.NONE);
    return store.stateline.simulations().find(simulation.name().value());
  }

  Simulation fork(Simulation from, int turn, String name, Optional<String> patch, Long reseed) {
    return runner(TOWN)
        .fork(
            new ForkRequest(
                from,
                new TurnNumber(turn),
                new SimulationName(name),
                Optional.ofNullable(reseed),
                patch.map(p -> new Intervention("ada", "a gift", TownRules.document(p))),
                Optional.empty()));
  }

  ReplayReport replay(Simulation simulation, Supplier<Scenario<?>> scenarios) {
    return replay(simulation, 0, simulation.head().turn().value(), scenarios);
  }

  ReplayReport replay(Simulation simulation, int from, int to, Supplier<Scenario<?>> scenarios) {
    return store
        .stateline
        .replayer()
        .replay(
            simulation,
            new TurnRange(new TurnNumber(from), new TurnNumber(to)),
            scenarios,
            turn -> progress.add(turn.value()));
  }

  SplitReport split(Simulation simulation, int split, EngineProvider provider) {
    return store
        .stateline
        .splitCheck()
        .check(
            simulation,
            new TurnNumber(split),
            simulation.head().turn(),
            scenario(simulation, provider),
            turn -> progress.add(turn.value()));
  }

  /** What made a simulation, opened by a provider. */
  Supplier<Scenario<?>> scenario(Simulation simulation, EngineProvider provider) {
    return () -> new EngineCatalog(List.of(provider)).scenarioOf(simulation, documents);
  }

  Supplier<Scenario<?>> scenario(Simulation simulation, String parameters) {
    return () ->
        new EngineCatalog(List.of(TOWN))
            .scenarioOf(simulation, documents, TownRules.document(parameters));
  }

  @Override
  public void close() {
    store.close();
  }
}
