package dev.stateline.testkit;

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
import dev.stateline.domain.turn.ChainHash;
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
final class SampleBranch {

  private final Samples samples;
  private final Persistence persistence;
  private final SimulationId id;
  private final SimulationName name;
  private final List<Segment> segments;
  private final List<Turn> turns;

  private SampleBranch(
      Samples samples,
      Persistence persistence,
      SimulationId id,
      SimulationName name,
      List<Segment> segments,
      List<Turn> turns) {
    this.samples = samples;
    this.persistence = persistence;
    this.id = id;
    this.name = name;
    this.segments = new ArrayList<>(segments);
    this.turns = new ArrayList<>(turns);
  }

  /** Creates a simulation that is nobody's fork. */
  static SampleBranch create(Samples samples, Persistence persistence, String name) {
    NewSimulation origin = samples.simulation(name).build();
    persistence.simulations().create(origin);
    return new SampleBranch(
        samples,
        persistence,
        origin.id(),
        origin.name(),
        List.of(origin.root()),
        List.of(new Turn(origin.initial(), Optional.empty())));
  }

  /** Commits so many plain turns, as a writer that comes and goes. */
  SampleBranch commit(int count) {
    for (int i = 0; i < count; i++) {
      commit(turn -> turn);
    }
    return this;
  }

  TurnCommit commit(UnaryOperator<TurnSample> description) {
    try (WriterSession session = open()) {
      TurnCommit commit = description.apply(next(session)).build();
      persistence.states().append(commit);
      turns.add(new Turn(commit.state(), Optional.of(commit.transition())));
      return commit;
    }
  }

  TurnSample next(WriterSession session) {
    return samples
        .turnAfter(head(), session.epoch())
        .simulation(id)
        .segment(segment().id())
        // Else equal turns of two branches would have equal documents, and hide each other.
        .document(Samples.document("{\"by\":\"" + name + "\",\"count\":" + turns.size() + "}"));
  }

  WriterSession open() {
    return persistence.simulations().openForWriting(id, SampleRun.WRITER, TakeOver.REFUSE);
  }

  /** What a fork of a turn is made of. */
  NewFork newFork(String forkName, int turn) {
    return newFork(forkName, turn, turns.get(turn).state().provenance().seed(), Optional.empty());
  }

  private NewFork newFork(String forkName, int turn, long seed, Optional<Turn> first) {
    Segment segment =
        first
            .map(f -> segment(f.state().segment(), f.state().simulation(), turn))
            .orElseGet(
                () ->
                    segment(new SegmentId(samples.next()), new SimulationId(samples.next()), turn));
    return new NewFork(
        new SimulationName(forkName),
        Samples.document("{\"scenario\":\"sample\"}"),
        Samples.document("{\"note\":\"fork\"}"),
        Optional.of(new TurnNumber(99)),
        seed,
        segment,
        turns.get(turn).state().id(),
        first,
        samples.now());
  }

  private Segment segment(SegmentId segment, SimulationId owner, int turn) {
    return new Segment(
        segment, owner, lineage().segmentOf(new TurnNumber(turn)), at(turn), samples.now());
  }

  private static Optional<TurnNumber> at(int turn) {
    return Optional.of(new TurnNumber(turn));
  }

  /** Forks at a turn. */
  SampleBranch fork(String forkName, int turn) {
    return forked(newFork(forkName, turn));
  }

  /** Forks at a turn, with other chance from then on. */
  SampleBranch reseeded(String forkName, int turn, long seed) {
    return forked(newFork(forkName, turn, seed, Optional.empty()));
  }

  /** Forks after a turn, with a next turn of its own from the beginning. */
  SampleBranch intervened(String forkName, int turn) {
    return forked(newIntervention(forkName, turn, Optional.empty()));
  }

  NewFork newIntervention(String forkName, int turn, Optional<ChainHash> wrong) {
    State base = turns.get(turn).state();
    TurnSample sample =
        samples
            .turnAfter(base, WriterEpoch.NONE)
            .simulation(new SimulationId(samples.next()))
            .segment(new SegmentId(samples.next()))
            .document(Samples.document("{\"changed\":true}"));
    wrong.ifPresent(sample::chainHash);
    TurnCommit commit = sample.build();
    return newFork(
        forkName,
        turn,
        base.provenance().seed(),
        Optional.of(new Turn(commit.state(), Optional.of(commit.transition()))));
  }

  private SampleBranch forked(NewFork fork) {
    persistence.simulations().fork(fork);
    int turn = fork.segment().branchTurn().orElseThrow().value();
    List<Segment> line = line(fork.segment().parent().orElseThrow());
    line.add(fork.segment());
    SampleBranch branch =
        new SampleBranch(
            samples, persistence, fork.id(), fork.name(), line, turns.subList(0, turn + 1));
    fork.first().ifPresent(branch.turns::add);
    return branch;
  }

  /** Goes back to a turn, and keeps what comes after it under a name. */
  SampleBranch rollBack(int turn, String tailName) {
    try (WriterSession session = open()) {
      Rollback rollback = rollback(session, turn, Optional.of(tailName));
      SampleBranch tail =
          new SampleBranch(
              samples,
              persistence,
              rollback.tail().orElseThrow().id(),
              rollback.tail().orElseThrow().name(),
              line(lineage().segmentOf(head().turn()).orElseThrow()),
              turns);
      tail.segments.add(rollback.tail().orElseThrow().segment());
      rolledBack(rollback);
      return tail;
    }
  }

  /** Goes back to a turn, and discards what comes after it. */
  void discard(int turn) {
    try (WriterSession session = open()) {
      rolledBack(rollback(session, turn, Optional.empty()));
    }
  }

  private void rolledBack(Rollback rollback) {
    persistence.simulations().rollBack(rollback);
    List<Segment> line = line(rollback.head().parent().orElseThrow());
    segments.clear();
    segments.addAll(line);
    segments.add(rollback.head());
    turns.subList(rollback.turn().value() + 1, turns.size()).clear();
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
  Rollback rollback(WriterSession session, int turn, Optional<String> tailName) {
    return new Rollback(
        session.epoch(),
        segment(new SegmentId(samples.next()), id, turn),
        tailName.map(
            tail ->
                new Rollback.Tail(
                    new SimulationName(tail),
                    segment(
                        new SegmentId(samples.next()),
                        new SimulationId(samples.next()),
                        head().turn().value()))));
  }

  void delete() {
    try (WriterSession session = open()) {
      persistence.simulations().delete(id, session.epoch());
    }
  }

  Simulation found() {
    return persistence.simulations().find(id).orElseThrow();
  }

  SimulationId id() {
    return id;
  }

  SimulationName name() {
    return name;
  }

  State head() {
    return turns.get(turns.size() - 1).state();
  }

  /** All turns, from turn 0 on. */
  List<Turn> turns() {
    return List.copyOf(turns);
  }

  Segment segment() {
    return segments.get(segments.size() - 1);
  }

  Lineage lineage() {
    return new Lineage(segments, head().turn());
  }
}
