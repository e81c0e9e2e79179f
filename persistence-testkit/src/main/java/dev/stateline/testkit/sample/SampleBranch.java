package dev.stateline.testkit.sample;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewFork;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.simulation.Rollback;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A simulation in a tree of them, with all turns that its history is to have: what the database
 * gives back is compared with it. Not thread-safe.
 */
public final class SampleBranch {

  private final Samples samples;
  private final Persistence persistence;
  private final SimulationId id;
  private final SimulationName name;
  private final List<Segment> segments;
  private final List<Turn> turns;
  // The seed in force in each turn and in the next one: the rule of the seed, by counting.
  private final List<Long> seeds;

  private SampleBranch(
      SampleBranch from, SimulationId id, SimulationName name, SegmentId parent, int turn) {
    this.samples = from.samples;
    this.persistence = from.persistence;
    this.id = id;
    this.name = name;
    this.segments = from.line(parent);
    this.turns = new ArrayList<>(from.turns.subList(0, turn + 1));
    this.seeds = new ArrayList<>(from.seeds.subList(0, turn + 2));
  }

  private SampleBranch(Samples samples, Persistence persistence, NewSimulation origin) {
    this.samples = samples;
    this.persistence = persistence;
    this.id = origin.id();
    this.name = origin.name();
    this.segments = new ArrayList<>(List.of(origin.root()));
    this.turns = new ArrayList<>(List.of(new Turn(origin.initial(), Optional.empty())));
    long seed = origin.root().seed().orElseThrow();
    this.seeds = new ArrayList<>(List.of(seed, seed));
  }

  /** Creates a simulation that is nobody's fork. */
  public static SampleBranch create(Samples samples, Persistence persistence, String name) {
    NewSimulation origin = samples.simulation(name).build();
    persistence.simulations().create(origin);
    return new SampleBranch(samples, persistence, origin);
  }

  /** Commits so many plain turns, as a writer that comes and goes. */
  public SampleBranch commit(int count) {
    try (WriterSession session = open()) {
      for (int i = 0; i < count; i++) {
        commit(session, turn -> turn);
      }
    }
    return this;
  }

  /** Commits the next turn as it is described, as a writer that comes and goes. */
  public TurnCommit commit(UnaryOperator<TurnSample> description) {
    try (WriterSession session = open()) {
      return commit(session, description);
    }
  }

  private TurnCommit commit(WriterSession session, UnaryOperator<TurnSample> description) {
    TurnCommit commit = description.apply(next(session)).build();
    persistence.states().append(commit);
    add(commit.turn());
    return commit;
  }

  private void add(Turn turn) {
    turns.add(turn);
    seeds.add(seed());
  }

  /** The description of the next turn, which is not committed. */
  public TurnSample next(WriterSession session) {
    return samples
        .turnAfter(head(), session.epoch())
        .simulation(id)
        .segment(segment().id())
        // Else equal turns of two branches would have equal documents, and hide each other.
        .document(Samples.document("{\"by\":\"" + name + "\",\"count\":" + turns.size() + "}"));
  }

  /** Opens it for writing. */
  public WriterSession open() {
    return persistence.writers().open(id, SampleRun.WRITER, TakeOver.REFUSE);
  }

  /** What a fork of a turn is made of. */
  public NewFork newFork(String forkName, int turn) {
    return newFork(forkName, turn, Optional.empty()).build();
  }

  private NewFork.Builder newFork(String forkName, int turn, Optional<Long> reseed) {
    Segment segment = branch(new SimulationId(samples.next()), turn, reseed);
    return NewFork.of(new SimulationName(forkName), segment, turns.get(turn).state().ref())
        .config(Samples.document("{\"scenario\":\"sample\"}"))
        .metadata(Samples.document("{\"note\":\"fork\"}"))
        .targetTurn(Optional.of(new TurnNumber(99)));
  }

  private Segment branch(SimulationId owner, int turn, Optional<Long> reseed) {
    return lineage()
        .branch(new SegmentId(samples.next()), owner, new TurnNumber(turn), reseed, samples.now());
  }

  /** Forks at a turn. */
  public SampleBranch fork(String forkName, int turn) {
    return forked(newFork(forkName, turn));
  }

  /** Forks at a turn, with other chance from then on. */
  public SampleBranch reseeded(String forkName, int turn, long seed) {
    SampleBranch fork = forked(newFork(forkName, turn, Optional.of(seed)).build());
    fork.seeds.set(turn + 1, seed);
    return fork;
  }

  /** Forks after a turn, with a next turn of its own from the beginning. */
  public SampleBranch intervened(String forkName, int turn) {
    Segment segment = branch(new SimulationId(samples.next()), turn, Optional.empty());
    State base = turns.get(turn).state();
    Turn first =
        samples
            .turnAfter(base, WriterEpoch.NONE)
            .simulation(segment.simulation())
            .segment(segment.id())
            .document(Samples.document("{\"changed\":true}"))
            .buildTurn();
    return forked(
        NewFork.of(new SimulationName(forkName), segment, base.ref()).first(first).build());
  }

  private SampleBranch forked(NewFork fork) {
    persistence.branches().fork(fork);
    Segment segment = fork.segment();
    SampleBranch branch =
        new SampleBranch(
            this,
            fork.id(),
            fork.name(),
            segment.parent().orElseThrow(),
            segment.branchTurn().orElseThrow().value());
    branch.segments.add(segment);
    fork.first().ifPresent(branch::add);
    return branch;
  }

  /** Goes back to a turn, and keeps what comes after it under a name. */
  public SampleBranch rollBack(int turn, String tailName) {
    try (WriterSession session = open()) {
      Rollback rollback = rollback(session, turn, Optional.of(tailName));
      Rollback.Tail kept = rollback.tail().orElseThrow();
      SampleBranch tail =
          new SampleBranch(
              this,
              kept.id(),
              kept.name(),
              kept.segment().parent().orElseThrow(),
              head().turn().value());
      tail.segments.add(kept.segment());
      rolledBack(rollback);
      return tail;
    }
  }

  /** Goes back to a turn, and discards what comes after it. */
  public void discard(int turn) {
    try (WriterSession session = open()) {
      rolledBack(rollback(session, turn, Optional.empty()));
    }
  }

  private void rolledBack(Rollback rollback) {
    persistence.branches().rollBack(rollback);
    List<Segment> line = line(rollback.head().parent().orElseThrow());
    segments.clear();
    segments.addAll(line);
    segments.add(rollback.head());
    int turn = rollback.turn().value();
    turns.subList(turn + 1, turns.size()).clear();
    seeds.subList(turn + 2, seeds.size()).clear();
  }

  private List<Segment> line(SegmentId last) {
    List<Segment> line = new ArrayList<>();
    for (Segment segment : segments) {
      line.add(segment);
      if (segment.id().equals(last)) {
        break;
      }
    }
    return line;
  }

  /** What a rollback to a turn is made of. */
  public Rollback rollback(WriterSession session, int turn, Optional<String> tailName) {
    return new Rollback(
        session.epoch(),
        branch(id, turn, Optional.empty()),
        tailName.map(
            tail ->
                new Rollback.Tail(
                    new SimulationName(tail),
                    branch(
                        new SimulationId(samples.next()),
                        head().turn().value(),
                        Optional.empty()))));
  }

  /** Deletes it. */
  public void delete() {
    try (WriterSession session = open()) {
      persistence.writers().delete(id, session.epoch());
    }
  }

  /** As the database describes it. */
  public Simulation found() {
    return persistence.simulations().find(id).orElseThrow();
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

  /** The seed that is to be in force in its next turn. */
  public long seed() {
    return seeds.get(seeds.size() - 1);
  }

  /** The seeds that are to be in force in each turn from 0 on, the next one included. */
  public List<Long> seeds() {
    return List.copyOf(seeds);
  }

  /** All turns, from turn 0 on. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** The segment that its next turn is to be written to. */
  public Segment segment() {
    return segments.get(segments.size() - 1);
  }

  public Lineage lineage() {
    return new Lineage(segments, head().turn());
  }
}
