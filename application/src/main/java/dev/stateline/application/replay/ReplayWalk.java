package dev.stateline.application.replay;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.engine.Scenario;
import dev.stateline.domain.engine.TurnContext;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Walks along a record and computes it again, each turn from the one that was computed before. It
 * opens two scenarios, and closes them when it is closed.
 */
final class ReplayWalk implements AutoCloseable {

  private final DocumentTools documents;
  private final Comparison comparison;
  private final Simulation simulation;
  private final Lineage lineage;
  private final List<TurnComputer<?>> computers = new ArrayList<>();
  private final Sha256 parametersHash;
  private final SortedSet<Integer> storedVersions = new TreeSet<>();
  private Document state;
  private Optional<ChainHash> chainHash = Optional.empty();
  private ChainHash chainBefore;
  private int equalTurns;
  private int upcastTurns;
  private int interventionsTaken;
  private int foreignTurns;
  private Optional<TurnNumber> differing = Optional.empty();
  private List<Mismatch> mismatches = List.of();

  ReplayWalk(
      Simulation simulation,
      Lineage lineage,
      Supplier<? extends Scenario<?>> scenarios,
      DocumentTools documents) {
    this.simulation = simulation;
    this.lineage = lineage;
    this.documents = documents;
    this.comparison = new Comparison(documents);
    try {
      computers.add(TurnComputer.of(scenarios.get(), simulation.name()));
      computers.add(TurnComputer.of(scenarios.get(), simulation.name()));
      this.parametersHash = computers.get(0).scenario().parameters().hash();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    TurnComputer.closeAll(computers);
  }

  void beginAt(State before) {
    state = computers.get(0).begin(before);
    storedVersions.add(before.stateVersion());
    chainBefore = before.chainHash();
  }

  /** The chain hash of the turn that was read last, from the one before it. */
  ChainHash chainHash() {
    return chainHash.orElseThrow();
  }

  /** Whether the turn comes out as it is recorded. */
  boolean read(Turn turn) {
    TurnNumber number = turn.state().turn();
    long seed = lineage.seedAt(number);
    TurnContext context = TurnContext.of(number, seed).in(simulation.name());
    RecordedTurn recorded = RecordedTurn.of(turn, context, simulation.config(), documents);
    TurnComputer<?> computer = computers.get(recorded.number().value() % computers.size());
    ComputedTurn expected = recorded.outcome(computer);
    count(recorded, computer.scenario());
    mismatches =
        new ArrayList<>(Comparison.seed(seed, turn.state().provenance().seed()).stream().toList());
    try {
      ComputedTurn found = compute(recorded, computer);
      mismatches.addAll(comparison.mismatches(expected, found));
      state = found.state();
    } catch (ComputationFailedException e) {
      mismatches.add(Comparison.failed(e));
    }
    if (!mismatches.isEmpty()) {
      differing = Optional.of(recorded.number());
      return false;
    }
    chainHash = Optional.of(turn.chainHashAfter(chainBefore));
    chainBefore = chainHash.get();
    equalTurns++;
    return true;
  }

  private ComputedTurn compute(RecordedTurn recorded, TurnComputer<?> computer)
      throws ComputationFailedException {
    ComputedTurn computed =
        recorded.number().value() == 0
            ? computer.initial(recorded.context())
            : computer.turn(state, recorded.actions(), recorded.context());
    return recorded.intervened(computed, computer, documents);
  }

  private void count(RecordedTurn recorded, Scenario<?> scenario) {
    storedVersions.add(recorded.stateVersion());
    if (recorded.stateVersion() != scenario.stateVersion()) {
      upcastTurns++;
      interventionsTaken += recorded.patches().isEmpty() ? 0 : 1;
    }
    Provenance provenance = recorded.turn().state().provenance();
    boolean same =
        provenance.engineName().equals(scenario.engineName())
            && provenance.engineVersion().equals(scenario.engineVersion())
            && provenance.configurationHash().equals(parametersHash);
    foreignTurns += same ? 0 : 1;
  }

  ReplayReport report(TurnRange range) {
    ReplayReport.Tally tally =
        new ReplayReport.Tally(
            equalTurns,
            upcastTurns,
            interventionsTaken,
            new TreeSet<>(storedVersions),
            foreignTurns,
            chainHash);
    return new ReplayReport(simulation, range, tally, differing, mismatches);
  }
}
