package dev.stateline.application.branch;

import dev.stateline.application.shared.Surroundings;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.NameRules;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnLog;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forks simulations and rolls them back, a few rows each: no state is copied. The seed that is in
 * force afterwards is that of {@link Lineage#branch}. Thread-safe.
 *
 * <p>All methods throw what {@link BranchPort#fork} and {@link BranchPort#rollBack} throw.
 */
public final class Branches {

  private final Surroundings surroundings;

  public Branches(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Forks, whatever an intervention makes of the state. */
  public Simulation fork(ForkRequest request) {
    return fork(request, changed -> {});
  }

  /**
   * Forks.
   *
   * @param check asked about a state that an intervention changed, before anything is written; it
   *     throws if the scenario could not go on with it
   * @throws NotFoundException TURN_OUT_OF_RANGE after the head
   * @throws CorruptDataException if the simulation's own row, which the fork takes over, is not as
   *     it was written
   * @throws InvalidInputException INVALID_DOCUMENT if the patch does not apply to the state,
   *     INVALID_VALUE if it leaves it as it is
   */
  public Simulation fork(ForkRequest request, Consumer<Document> check) {
    requireSoundRecord(request.from());
    Lineage lineage = simulations().lineage(request.from().id());
    return request
        .intervention()
        .map(change -> intervened(request, lineage, change, check))
        .orElseGet(() -> plain(request, lineage));
  }

  /** A fork takes over configuration and notes, and with them would take over damage. */
  private void requireSoundRecord(Simulation from) {
    simulations()
        .look(from.id())
        .flatMap(ListedSimulation::defect)
        // From a head that is lost or damaged the way leads on; one on a segment of another's leads
        // through turns that are not this simulation's.
        .filter(d -> !d.column().startsWith("heads") || d.column().equals("heads.segment"))
        .ifPresent(
            defect -> {
              throw new CorruptDataException(
                  "simulation '" + from.name() + "'",
                  defect.column(),
                  defect.problem() + ", and a fork would take that over; restore a backup");
            });
  }

  private Simulation plain(ForkRequest request, Lineage lineage) {
    State base = stateAt(request.from(), request.turn());
    Segment segment = branch(newSimulation(), lineage, request.turn(), request.reseed());
    return branches().fork(fork(request, segment, base).build());
  }

  /** The turn with the same actions and outcomes as before, and the change as its last action. */
  private Simulation intervened(
      ForkRequest request, Lineage lineage, Intervention change, Consumer<Document> check) {
    if (request.turn().value() == 0) {
      return begun(request, change, check);
    }
    State original = stateAt(request.from(), request.turn());
    TurnNumber before = new TurnNumber(request.turn().value() - 1);
    State base = stateAt(request.from(), before);
    Transition recorded =
        surroundings
            .persistence()
            .states()
            .transitionAt(request.from().id(), request.turn())
            .orElseThrow();
    Document changed = changed(request, original, change);
    check.accept(changed);
    Segment segment = branch(newSimulation(), lineage, before, Optional.empty());
    Transition transition =
        Transition.of(
            TurnLog.with(recorded.actions(), change.toAction()),
            recorded.outcomes(),
            recorded.processingTime(),
            segment.createdAt());
    Turn first = changed(original, base, segment, transition, changed);
    return branches().fork(fork(request, segment, base).first(first).build());
  }

  /** Where turn 0 is another, no turn is shared: a simulation of its own. */
  private Simulation begun(ForkRequest request, Intervention change, Consumer<Document> check) {
    State original = stateAt(request.from(), request.turn());
    Document changed = changed(request, original, change);
    check.accept(changed);
    SegmentId segment = new SegmentId(surroundings.ids().next());
    Segment root =
        Segment.root(segment, newSimulation(), original.provenance().seed(), surroundings.now());
    State initial =
        new State(
            root.simulation(),
            new StateRef(
                segment,
                original.turn(),
                ChainHash.initial(original.simulatedTime(), changed.hash())),
            original.simulatedTime(),
            Content.of(changed),
            original.stateVersion(),
            original.provenance(),
            root.createdAt());
    return simulations()
        .create(
            new NewSimulation(
                request.name(),
                InitialInterventions.with(
                    request.from().config(), change, surroundings.documents()),
                note(change.reason()),
                request.from().targetTurn(),
                root,
                initial));
  }

  private Document changed(ForkRequest request, State original, Intervention change) {
    Document changed = surroundings.documents().apply(change.patch(), original.document());
    if (changed.equals(original.document())) {
      throw InvalidInputException.changesNothing(request.from().name(), request.turn().value());
    }
    return changed;
  }

  private static Turn changed(
      State original, State base, Segment segment, Transition transition, Document document) {
    ChainHash chainHash =
        base.chainHash()
            .next(original.turn(), original.simulatedTime(), document.hash(), transition.hash());
    State state =
        new State(
            segment.simulation(),
            new StateRef(segment.id(), original.turn(), chainHash),
            original.simulatedTime(),
            Content.of(document),
            original.stateVersion(),
            original.provenance(),
            segment.createdAt());
    return new Turn(state, Optional.of(transition));
  }

  private static NewFork.Builder fork(ForkRequest request, Segment segment, State base) {
    return NewFork.of(request.name(), segment, base.ref())
        .like(request.from())
        .metadata(request.reason().map(Branches::note).orElse(Document.EMPTY_OBJECT));
  }

  private static Document note(String reason) {
    String json = "{\"reason\":" + JsonText.quote(reason) + "}";
    return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts a simulation's head back to an earlier turn.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT while somebody runs it
   */
  public RollbackReport rollBack(RollbackRequest request) {
    try (WriterSession session =
        surroundings
            .persistence()
            .writers()
            .open(request.simulation().id(), surroundings.writer(), request.takeOver())) {
      RollbackReport report = rollBack(request, session);
      // It is told as it is once this program has let go of it.
      Simulation back = report.simulation();
      return new RollbackReport(
          back.but().writer(back.epoch(), Optional.empty()).build(), report.tail());
    }
  }

  /**
   * Puts a simulation's head back to an earlier turn; the caller is its writer.
   *
   * @param session of the simulation; it stays open
   */
  public RollbackReport rollBack(RollbackRequest request, WriterSession session) {
    SimulationId id = request.simulation().id();
    // Read under the session: no other writer moves the head any more.
    Lineage lineage = simulations().lineage(id);
    Optional<Rollback.Tail> tail =
        request.tail() == RollbackRequest.Tail.DISCARD
            ? Optional.empty()
            : Optional.of(tail(request, lineage));
    Segment segment = branch(id, lineage, request.turn(), Optional.empty());
    Simulation back = branches().rollBack(new Rollback(session.epoch(), segment, tail));
    return new RollbackReport(back, tail.flatMap(left -> simulations().find(left.id())));
  }

  private Rollback.Tail tail(RollbackRequest request, Lineage lineage) {
    SimulationName name =
        request
            .tailName()
            .orElseGet(() -> freeName(request.simulation().name(), lineage.headTurn()));
    return new Rollback.Tail(
        name, branch(newSimulation(), lineage, lineage.headTurn(), Optional.empty()));
  }

  /** {@code world-until-30}, then {@code world-until-30-2} and so on. */
  private SimulationName freeName(SimulationName of, TurnNumber head) {
    String suffix = "-until-" + head;
    String base = shortened(of.value(), NameRules.MAX_LENGTH - suffix.length() - 8) + suffix;
    SimulationName name = new SimulationName(base);
    for (int i = 2; simulations().find(name).isPresent(); i++) {
      name = new SimulationName(base + "-" + i);
    }
    return name;
  }

  private static String shortened(String name, int longest) {
    return name.codePointCount(0, name.length()) <= longest
        ? name
        : name.substring(0, name.offsetByCodePoints(0, longest));
  }

  /**
   * The seed in force after a turn: that of a fork there which keeps it.
   *
   * @throws NotFoundException SIMULATION_NOT_FOUND
   */
  public long seedAfter(SimulationId id, TurnNumber turn) {
    return simulations().lineage(id).seedAt(turn.next());
  }

  /** Where a simulation branched from another; empty if all of its turns are its own. */
  public Optional<Origin> origin(SimulationId id) {
    return origins().of(id);
  }

  /** The origins of many simulations. */
  public Origins origins() {
    return new Origins(simulations());
  }

  private SimulationId newSimulation() {
    return new SimulationId(surroundings.ids().next());
  }

  private Segment branch(
      SimulationId owner, Lineage lineage, TurnNumber turn, Optional<Long> reseed) {
    SegmentId id = new SegmentId(surroundings.ids().next());
    return lineage.branch(id, owner, turn, reseed, surroundings.now());
  }

  private State stateAt(Simulation simulation, TurnNumber turn) {
    return surroundings.persistence().states().stateAt(simulation.id(), turn);
  }

  private SimulationPort simulations() {
    return surroundings.persistence().simulations();
  }

  private BranchPort branches() {
    return surroundings.persistence().branches();
  }
}
