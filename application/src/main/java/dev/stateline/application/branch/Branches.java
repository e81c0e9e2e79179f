package dev.stateline.application.branch;

import dev.stateline.application.manager.Surroundings;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.NameRules;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.WallClock;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateId;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TransitionId;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnLog;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Forks simulations and rolls them back, a few rows each: no state is copied. Thread-safe.
 *
 * <p>All methods throw what {@link SimulationPort#fork} and {@link SimulationPort#rollBack} throw.
 */
public final class Branches {

  private final Surroundings surroundings;
  private final DocumentTools documents;

  public Branches(Surroundings surroundings, DocumentTools documents) {
    this.surroundings = surroundings;
    this.documents = documents;
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
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_DOCUMENT if the patch does not
   *     apply to the state
   */
  public Simulation fork(ForkRequest request, Consumer<Document> check) {
    Lineage lineage = simulations().lineage(request.from().id());
    SimulationId id = new SimulationId(surroundings.ids().next());
    return request.intervention().isPresent()
        ? intervened(request, lineage, id, request.intervention().get(), check)
        : plain(request, lineage, id);
  }

  private Simulation plain(ForkRequest request, Lineage lineage, SimulationId id) {
    State base = stateAt(request.from(), request.turn());
    long seed = request.reseed().orElseGet(() -> seedAt(request.from(), request.turn(), base));
    return simulations()
        .fork(
            fork(request, segment(id, lineage, request.turn()), base.id(), seed, Optional.empty()));
  }

  /** At the head it is the simulation's own, which a fork without turns of its own was given. */
  private static long seedAt(Simulation from, TurnNumber turn, State base) {
    return turn.equals(from.head().turn()) ? from.seed() : base.provenance().seed();
  }

  /** The turn with the same actions and outcomes as before, and the change as its last action. */
  private Simulation intervened(
      ForkRequest request,
      Lineage lineage,
      SimulationId id,
      Intervention intervention,
      Consumer<Document> check) {
    State original = stateAt(request.from(), request.turn());
    TurnNumber before = new TurnNumber(request.turn().value() - 1);
    State base = stateAt(request.from(), before);
    Transition recorded =
        surroundings
            .persistence()
            .states()
            .transitionAt(request.from().id(), request.turn())
            .orElseThrow();
    Document changed = documents.apply(intervention.patch(), original.document());
    check.accept(changed);
    Segment segment = segment(id, lineage, before);
    Turn first =
        changed(
            original,
            base,
            segment,
            TurnLog.with(recorded.actions(), intervention.toAction()),
            recorded,
            changed);
    long seed = original.provenance().seed();
    return simulations().fork(fork(request, segment, base.id(), seed, Optional.of(first)));
  }

  private Turn changed(
      State original,
      State base,
      Segment segment,
      Document actions,
      Transition recorded,
      Document document) {
    StateId id = new StateId(surroundings.ids().next());
    Transition transition =
        new Transition(
            new TransitionId(surroundings.ids().next()),
            segment.simulation(),
            base.id(),
            id,
            actions,
            recorded.outcomes(),
            recorded.processingTime(),
            segment.createdAt());
    State state =
        new State(
            id,
            segment.simulation(),
            segment.id(),
            original.turn(),
            original.simulatedTime(),
            document,
            original.stateVersion(),
            base.chainHash()
                .next(
                    original.turn(), original.simulatedTime(), document.hash(), transition.hash()),
            original.provenance(),
            segment.createdAt());
    return new Turn(state, Optional.of(transition));
  }

  private static NewFork fork(
      ForkRequest request, Segment segment, StateId base, long seed, Optional<Turn> first) {
    Document metadata = request.reason().map(Branches::note).orElse(Document.EMPTY_OBJECT);
    return NewFork.of(request.from(), request.name(), metadata, seed, segment, base, first);
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
    SimulationId id = request.simulation().id();
    try (WriterSession session =
        simulations().openForWriting(id, surroundings.writer(), request.takeOver())) {
      // Read under the session: no other writer moves the head any more.
      Lineage lineage = simulations().lineage(id);
      Optional<Rollback.Tail> tail =
          request.tail() == RollbackRequest.Tail.DISCARD
              ? Optional.empty()
              : Optional.of(tail(request, lineage));
      Simulation back =
          simulations()
              .rollBack(new Rollback(session.epoch(), segment(id, lineage, request.turn()), tail));
      return new RollbackReport(
          withoutWriter(back), tail.flatMap(left -> simulations().find(left.id())));
    }
  }

  /** As it is once this program has let go of it. */
  private static Simulation withoutWriter(Simulation s) {
    return new Simulation(
        s.id(),
        s.name(),
        s.status(),
        s.statusReason(),
        s.config(),
        s.seed(),
        s.metadata(),
        s.targetTurn(),
        s.head(),
        s.epoch(),
        Optional.empty(),
        s.createdAt());
  }

  private Rollback.Tail tail(RollbackRequest request, Lineage lineage) {
    SimulationName name =
        request
            .tailName()
            .orElseGet(() -> freeName(request.simulation().name(), lineage.headTurn()));
    SimulationId id = new SimulationId(surroundings.ids().next());
    return new Rollback.Tail(name, segment(id, lineage, lineage.headTurn()));
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

  /** Where a simulation branched from another; empty if all of its turns are its own. */
  public Optional<Origin> origin(SimulationId id) {
    return origins().of(id);
  }

  /** The origins of many simulations. */
  public Origins origins() {
    return new Origins(simulations());
  }

  private Segment segment(SimulationId owner, Lineage lineage, TurnNumber turn) {
    SegmentId id = new SegmentId(surroundings.ids().next());
    return lineage.branch(id, owner, turn, WallClock.now(surroundings.clock()));
  }

  private State stateAt(Simulation simulation, TurnNumber turn) {
    return surroundings.persistence().states().stateAt(simulation.id(), turn);
  }

  private SimulationPort simulations() {
    return surroundings.persistence().simulations();
  }
}
