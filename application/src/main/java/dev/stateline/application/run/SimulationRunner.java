package dev.stateline.application.run;

import dev.stateline.application.Stateline;
import dev.stateline.application.branch.ForkRequest;
import dev.stateline.application.control.StopSignal;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.FailureException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import java.util.Optional;

/** Runs scenarios by name: creates a simulation and runs it, or runs one on. Thread-safe. */
public final class SimulationRunner {

  private final Stateline stateline;
  private final EngineCatalog engines;
  private final DocumentTools documents;
  private final int checkpointInterval;
  private final Ticker ticker;

  /**
   * @param checkpointInterval an automatic checkpoint every so many turns, 1 or more
   */
  public SimulationRunner(
      Stateline stateline,
      EngineCatalog engines,
      DocumentTools documents,
      int checkpointInterval,
      Ticker ticker) {
    this.stateline = stateline;
    this.engines = engines;
    this.documents = documents;
    this.checkpointInterval = checkpointInterval;
    this.ticker = ticker;
  }

  /**
   * Creates a simulation and runs it.
   *
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   * @throws FailureException ENGINE_FAILED
   */
  public RunReport run(RunRequest request, StopSignal stop, RunListener listener) {
    return create(
        request, engines.find(request.scenario()).open(request.parameters()), stop, listener);
  }

  private <S> RunReport create(
      RunRequest request, Scenario<S> scenario, StopSignal stop, RunListener listener) {
    TurnNumber target = request.lastTurn().orElseGet(scenario::lastTurn);
    SimulationSpec<S> spec =
        new SimulationSpec<>(
            request.name().orElseGet(() -> freeName(request.scenario())),
            StateFormat.of(scenario),
            initialState(scenario, request),
            new ScenarioConfig(request.scenario(), scenario.parameters()).document(),
            provenance(scenario, request.seed()),
            Document.EMPTY_OBJECT,
            Optional.of(target));
    try (StateManager<S> manager = stateline.create(spec)) {
      return play(manager, scenario, request.seed(), target, stop, listener);
    }
  }

  /**
   * A scenario is a stranger's code: whatever it throws must not look like a defect of Stateline.
   */
  private static <S> InitialState<S> initialState(Scenario<S> scenario, RunRequest request) {
    try {
      return scenario.initialState(new TurnContext(TurnNumber.ZERO, request.seed()));
    } catch (RuntimeException e) {
      throw new FailureException(
          ErrorCode.ENGINE_FAILED,
          "scenario '"
              + request.scenario()
              + "' failed to make its initial state: "
              + e.getMessage()
              + "; nothing was stored",
          e);
    }
  }

  /**
   * Runs a simulation on from its head.
   *
   * @throws dev.stateline.domain.error.NotFoundException SCENARIO_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT, naming the holder
   * @throws InvalidInputException if it is archived, or past the turn to stop at
   * @throws FailureException ENGINE_FAILED
   */
  public RunReport resume(ResumeRequest request, StopSignal stop, RunListener listener) {
    Simulation simulation = request.simulation();
    if (simulation.status() == SimulationStatus.ARCHIVED) {
      throw new InvalidInputException(
          ErrorCode.INVALID_STATUS_CHANGE,
          "simulation '"
              + simulation.name()
              + "' is archived: it is kept for reading; 'stateline archive --undo' takes it back");
    }
    return continued(request, engines.scenarioOf(simulation, documents), stop, listener);
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
        .orElseGet(() -> engines.scenarioOf(request.simulation(), documents).lastTurn());
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
    return stateline.branches(documents).fork(request, state -> requireState(request, state));
  }

  private void requireState(ForkRequest request, Document state) {
    Scenario<?> scenario = engines.scenarioOf(request.from(), documents);
    // The patch changes the document as it is stored, perhaps in an earlier version's shape.
    int version = stateline.history().stateAt(request.from().id(), request.turn()).stateVersion();
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
    // Asked before the opening, which may take the simulation from another writer for nothing.
    SimulationCoordinator.requireAhead(simulation, target);
    try (StateManager<S> manager =
        stateline.open(
            simulation.id(),
            StateFormat.of(scenario),
            provenance(scenario, simulation.seed()),
            request.takeOver())) {
      return play(manager, scenario, simulation.seed(), target, stop, listener);
    }
  }

  private <S> RunReport play(
      StateManager<S> manager,
      Scenario<S> scenario,
      long seed,
      TurnNumber target,
      StopSignal stop,
      RunListener listener) {
    return new SimulationCoordinator<>(
            manager,
            scenario.actionSource(),
            scenario.engine(),
            seed,
            checkpointInterval,
            stop,
            ticker)
        .run(target, listener);
  }

  private static Provenance provenance(Scenario<?> scenario, long seed) {
    return new Provenance(
        scenario.engineName(), scenario.engineVersion(), scenario.parameters().hash(), seed);
  }

  /** {@code world}, then {@code world-2}, {@code world-3} and so on. */
  private SimulationName freeName(String scenario) {
    SimulationName name = new SimulationName(scenario);
    for (int i = 2; stateline.simulations().isTaken(name); i++) {
      name = new SimulationName(scenario + "-" + i);
    }
    return name;
  }
}
