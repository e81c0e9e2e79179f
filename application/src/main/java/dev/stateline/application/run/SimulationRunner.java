package dev.stateline.application.run;

import dev.stateline.application.branch.Branches;
import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.guard.Guarded;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ActionSource;
import dev.stateline.domain.engine.GameEngine;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.spi.EngineProvider;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;

/** Runs scenarios by name: creates a simulation and runs it, or runs one on. Thread-safe. */
public final class SimulationRunner {

  private final Surroundings surroundings;
  private final EngineCatalog engines;
  private final int checkpointInterval;
  private final Ticker ticker;

  /**
   * @param checkpointInterval an automatic checkpoint every so many turns, 1 or more
   */
  public SimulationRunner(
      Surroundings surroundings, EngineCatalog engines, int checkpointInterval, Ticker ticker) {
    this.surroundings = surroundings;
    this.engines = engines;
    this.checkpointInterval = checkpointInterval;
    this.ticker = ticker;
  }

  /**
   * Creates a simulation and runs it.
   *
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws FailureException SCENARIO_FAILED; if it is before turn 1, nothing is stored
   */
  public RunReport run(RunRequest request, StopSignal stop, RunListener listener) {
    EngineProvider provider = engines.find(request.scenario());
    try (Scenario<?> scenario = provider.open(request.parameters())) {
      return create(request, provider.parametersVersion(), scenario, stop, listener);
    }
  }

  /**
   * As the other one, with the request's scenario and parameters opened already, so that they are
   * refused before there is a database. The scenario stays open.
   *
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws FailureException SCENARIO_FAILED; if it is before turn 1, nothing is stored
   */
  public RunReport run(
      RunRequest request, Scenario<?> scenario, StopSignal stop, RunListener listener) {
    int version = engines.find(request.scenario()).parametersVersion();
    return create(request, version, scenario, stop, listener);
  }

  private <S> RunReport create(
      RunRequest request,
      int parametersVersion,
      Scenario<S> scenario,
      StopSignal stop,
      RunListener listener) {
    TurnNumber target = request.lastTurn().orElseGet(scenario::lastTurn);
    Document parameters = scenario.parameters();
    Document config =
        new ScenarioConfig(request.scenario(), parameters, parametersVersion).document();
    Loop<S> loop = Loop.of(scenario);
    try (StateManager<S> manager = created(request, scenario, target, parameters, config)) {
      return play(manager, loop, target, stop, listener);
    }
  }

  private <S> StateManager<S> created(
      RunRequest request,
      Scenario<S> scenario,
      TurnNumber target,
      Document parameters,
      Document config) {
    SimulationName name = request.name().orElseGet(() -> freeName(request.scenario()));
    InitialState<S> initial =
        scenario.initialState(TurnContext.of(TurnNumber.ZERO, request.seed()).in(name));
    SimulationSpec<S> spec =
        SimulationSpec.of(
                name,
                StateFormat.of(scenario),
                initial.state(),
                provenance(scenario, parameters, request.seed()))
            .simulatedTime(initial.simulatedTime())
            .config(config)
            .targetTurn(target)
            .build();
    try {
      return StateManager.create(surroundings, spec);
    } catch (InvalidInputException e) {
      throw e.code() == ErrorCode.INVALID_DOCUMENT ? Guarded.unfitState(scenario, e) : e;
    }
  }

  /**
   * Runs a simulation on from its head.
   *
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT, naming the holder
   * @throws InvalidInputException if it is archived, or past the turn to stop at; if its stored
   *     parameters no longer fit the scenario; if the same engine is required, and it is another
   * @throws FailureException SCENARIO_FAILED
   */
  public RunReport resume(ResumeRequest request, StopSignal stop, RunListener listener) {
    Simulation simulation = request.simulation();
    if (simulation.status() == SimulationStatus.ARCHIVED) {
      throw InvalidInputException.archived(simulation.name());
    }
    try (Scenario<?> scenario = engines.scenarioOf(simulation, surroundings.documents())) {
      return continued(request, scenario, stop, listener);
    }
  }

  /**
   * The turn at which a simulation that is run on will stop.
   *
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   */
  public TurnNumber target(ResumeRequest request) {
    return request
        .lastTurn()
        .or(request.simulation()::targetTurn)
        .orElseGet(() -> lastTurnOfScenario(request.simulation()));
  }

  private TurnNumber lastTurnOfScenario(Simulation simulation) {
    try (Scenario<?> scenario = engines.scenarioOf(simulation, surroundings.documents())) {
      return scenario.lastTurn();
    }
  }

  /**
   * Forks a simulation. A state that an intervention changed must be one that the scenario can go
   * on with, where the simulation was made by a scenario on the class path.
   *
   * @throws InvalidInputException if the patch does not apply, or leads to no state of the scenario
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   */
  public Simulation fork(ForkRequest request) {
    return new Branches(surroundings).fork(request, state -> requireState(request, state));
  }

  private void requireState(ForkRequest request, Document state) {
    // The patch changes the document as it is stored, perhaps in an earlier version's shape.
    int version =
        surroundings
            .persistence()
            .states()
            .stateAt(request.from().id(), request.turn())
            .stateVersion();
    try (Scenario<?> scenario = engines.scenarioOf(request.from(), surroundings.documents())) {
      requireState(scenario, request, state, version);
    }
  }

  private static void requireState(
      Scenario<?> scenario, ForkRequest request, Document state, int version) {
    try {
      StateFormat.of(scenario).decode(state, version);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the patch leads to a state that the scenario of '"
              + request.from().name()
              + "' cannot read: "
              + e.getMessage(),
          e);
    }
  }

  private <S> RunReport continued(
      ResumeRequest request, Scenario<S> scenario, StopSignal stop, RunListener listener) {
    Simulation simulation = request.simulation();
    TurnNumber target = request.lastTurn().or(simulation::targetTurn).orElseGet(scenario::lastTurn);
    // Both are asked before the opening, which may take the simulation from another for nothing.
    SimulationCoordinator.requireAhead(simulation, target);
    Provenance now = provenance(scenario, scenario.parameters(), simulation.seed());
    if (request.requiresSameEngine()) {
      requireSameEngine(simulation.id(), now);
    }
    Loop<S> loop = Loop.of(scenario);
    try (StateManager<S> manager =
        StateManager.open(
            surroundings, simulation.id(), StateFormat.of(scenario), now, request.takeOver())) {
      EngineChange.between(manager.simulation(), manager.lastState().provenance(), now)
          .ifPresent(change -> tell(change, request, listener));
      return play(manager, loop, target, stop, listener);
    }
  }

  private void requireSameEngine(SimulationId id, Provenance now) {
    Simulation simulation = surroundings.simulation(id);
    State last = surroundings.persistence().states().stateAt(id, simulation.head().turn());
    EngineChange.between(simulation, last.provenance(), now)
        .ifPresent(
            change -> {
              throw change.refusal();
            });
  }

  /** Asked once more under the session: a former writer may have added turns until then. */
  private static void tell(EngineChange change, ResumeRequest request, RunListener listener) {
    if (request.requiresSameEngine()) {
      throw change.refusal();
    }
    listener.engineChanged(change);
  }

  /** Who plays the turns; asked for before anything is stored or taken from another. */
  private record Loop<S>(ActionSource<S> actionSource, GameEngine<S> engine) {

    static <S> Loop<S> of(Scenario<S> scenario) {
      return new Loop<>(scenario.actionSource(), scenario.engine());
    }
  }

  private <S> RunReport play(
      StateManager<S> manager,
      Loop<S> loop,
      TurnNumber target,
      StopSignal stop,
      RunListener listener) {
    return SimulationCoordinator.of(manager, loop.actionSource(), loop.engine())
        .checkpointInterval(checkpointInterval)
        .stop(stop)
        .ticker(ticker)
        .build()
        .run(target, listener);
  }

  private static Provenance provenance(Scenario<?> scenario, Document parameters, long seed) {
    return new Provenance(scenario.engineName(), scenario.engineVersion(), parameters.hash(), seed);
  }

  /** {@code world}, then {@code world-2}, {@code world-3} and so on. */
  private SimulationName freeName(String scenario) {
    SimulationName name = new SimulationName(scenario);
    for (int i = 2; surroundings.persistence().simulations().find(name).isPresent(); i++) {
      name = new SimulationName(scenario + "-" + i);
    }
    return name;
  }
}
