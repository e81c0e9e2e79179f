package dev.stateline.testkit.sample;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.simulation.ImportedSimulation;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.simulation.SimulationStatus;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A simulation of another database, which is to be imported. Not thread-safe. */
public final class SampleOriginal {

  private final Samples samples;
  private final SimulationId id;
  private final SimulationName name;
  private final Instant createdAt;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  private SampleOriginal(Samples samples, SimulationId id, SimulationName name, Instant created) {
    this.samples = samples;
    this.id = id;
    this.name = name;
    this.createdAt = created;
  }

  /** One that begins at turn 0. */
  public static SampleOriginal of(Samples samples, String name) {
    NewSimulation origin =
        samples.simulation(name).time("1992-01-01T00:00:00Z").stateVersion(2).build();
    SampleOriginal original =
        new SampleOriginal(samples, origin.id(), origin.name(), samples.now());
    original.segments.add(origin.root());
    original.turns.add(new Turn(origin.initial(), Optional.empty()));
    return original;
  }

  /** The same simulation in a third database: from now on each goes its own way. */
  public SampleOriginal copy() {
    SampleOriginal copy = new SampleOriginal(samples, id, name, createdAt);
    copy.segments.addAll(segments);
    copy.turns.addAll(turns);
    copy.checkpoints.addAll(checkpoints);
    return copy;
  }

  /** As it was when this turn, of its last segment, was its last. */
  public SampleOriginal backTo(int turn) {
    turns.subList(turn + 1, turns.size()).clear();
    return this;
  }

  /** One that shares the turns up to this one. */
  public SampleOriginal fork(String forkName, int turn) {
    return fork(forkName, turn, Optional.empty());
  }

  /** One that shares the turns up to this one, with other chance from then on. */
  public SampleOriginal reseeded(String forkName, int turn, long seed) {
    return fork(forkName, turn, Optional.of(seed));
  }

  private SampleOriginal fork(String forkName, int turn, Optional<Long> seed) {
    SampleOriginal fork =
        new SampleOriginal(
            samples, new SimulationId(samples.next()), new SimulationName(forkName), samples.now());
    fork.segments.addAll(segments);
    fork.turns.addAll(turns.subList(0, turn + 1));
    fork.segments.add(branch(fork.id, turn, seed));
    return fork;
  }

  /** From the last segment, whether that holds the turn or not: databases may have either. */
  private Segment branch(SimulationId owner, int turn, Optional<Long> seed) {
    return new Segment(
        new SegmentId(samples.next()),
        owner,
        Optional.of(segments.get(segments.size() - 1).id()),
        Optional.of(new TurnNumber(turn)),
        seed,
        samples.now());
  }

  /** Goes back to a turn; gives what is left behind, which shares all turns up to now. */
  public SampleOriginal rollBack(int turn, String tailName) {
    SampleOriginal tail = fork(tailName, head().turn().value());
    turns.subList(turn + 1, turns.size()).clear();
    segments.add(branch(id, turn, Optional.empty()));
    return tail;
  }

  /** Adds so many turns. */
  public SampleOriginal run(int count) {
    for (int i = 0; i < count; i++) {
      run(turn -> turn);
    }
    return this;
  }

  /** Adds the next turn as it is described. */
  public SampleOriginal run(UnaryOperator<TurnSample> description) {
    turns.add(description.apply(next()).buildTurn());
    return this;
  }

  /** The description of the turn that would follow. */
  public TurnSample next() {
    return samples
        .turnAfter(head(), WriterEpoch.NONE)
        .simulation(id)
        .segment(segments.get(segments.size() - 1).id())
        .provenance(Samples.provenance("2.0." + head().turn(), 7));
  }

  /** Adds a checkpoint of a turn. */
  public SampleOriginal checkpoint(String checkpointName, int turn) {
    checkpoints.add(samples.checkpoint(turns.get(turn).state(), checkpointName).ownedBy(id));
    return this;
  }

  /** Begins its import, or goes on with it. */
  public ImportSession open(ImportPort imports) {
    return imports.open(imported(), SampleRun.WRITER);
  }

  /** Imports the rest of it, and publishes it. */
  public void importWhole(ImportPort imports) {
    try (ImportSession session = open(imports)) {
      session.add(turns(session.head().turn().value() + 1, head().turn().value()));
      session.publish(checkpoints.stream());
    }
  }

  public SimulationId id() {
    return id;
  }

  public SimulationName name() {
    return name;
  }

  /** The last state. */
  public State head() {
    return turns.get(turns.size() - 1).state();
  }

  /** All turns, from turn 0 on. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** The turns from one on to another, both inclusive. */
  public List<Turn> turns(int from, int to) {
    return List.copyOf(turns.subList(from, to + 1));
  }

  public List<Checkpoint> checkpoints() {
    return List.copyOf(checkpoints);
  }

  public Lineage lineage() {
    return new Lineage(segments, head().turn());
  }

  /** As the other database describes it; somebody wrote to it there. */
  public Simulation simulation() {
    return published(new WriterEpoch(3));
  }

  /** As the database that took it in is to describe it, which counts epochs of its own. */
  public Simulation published(WriterEpoch epoch) {
    Head head =
        new Head(segments.get(segments.size() - 1).id(), head().ref(), head().provenance().hash());
    return Simulation.of(id, name, head, lineage().seedAt(head.turn().next()), createdAt)
        .status(SimulationStatus.FAILED, Optional.of("out of wood"))
        .config(Samples.document("{\"scenario\":\"sample\"}"))
        .targetTurn(Optional.of(new TurnNumber(90)))
        .writer(epoch, Optional.empty())
        .build();
  }

  public ImportedSimulation imported() {
    return new ImportedSimulation(simulation(), lineage(), turns.get(0).state());
  }
}
