package dev.stateline.testkit;

import dev.stateline.domain.checkpoint.Checkpoint;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.history.Lineage;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
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

/** A simulation of another database, which is to be imported. Not thread-safe. */
final class SampleOriginal {

  private final Samples samples;
  private final SimulationId id;
  private final SimulationName name;
  private final Instant createdAt;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  private SampleOriginal(Samples samples, SimulationId id, String name) {
    this.samples = samples;
    this.id = id;
    this.name = new SimulationName(name);
    this.createdAt = samples.now();
  }

  /** One that begins at turn 0. */
  static SampleOriginal of(Samples samples, String name) {
    NewSimulation origin =
        samples.simulation(name).time("1992-01-01T00:00:00Z").stateVersion(2).build();
    SampleOriginal original = new SampleOriginal(samples, origin.id(), name);
    original.segments.add(origin.root());
    original.turns.add(new Turn(origin.initial(), Optional.empty()));
    return original;
  }

  /** One that shares the turns up to this one. */
  SampleOriginal fork(String forkName, int turn) {
    SampleOriginal fork = new SampleOriginal(samples, new SimulationId(samples.next()), forkName);
    fork.segments.addAll(segments);
    fork.turns.addAll(turns.subList(0, turn + 1));
    fork.segments.add(
        new Segment(
            new SegmentId(samples.next()),
            fork.id,
            Optional.of(segments.get(segments.size() - 1).id()),
            Optional.of(new TurnNumber(turn)),
            samples.now()));
    return fork;
  }

  /** Goes back to a turn; gives what is left behind, which shares all turns up to now. */
  SampleOriginal rollBack(int turn, String tailName) {
    SampleOriginal tail = fork(tailName, head().turn().value());
    turns.subList(turn + 1, turns.size()).clear();
    segments.add(
        new Segment(
            new SegmentId(samples.next()),
            id,
            Optional.of(segments.get(segments.size() - 1).id()),
            Optional.of(new TurnNumber(turn)),
            samples.now()));
    return tail;
  }

  /** Adds so many turns. */
  SampleOriginal run(int count) {
    for (int i = 0; i < count; i++) {
      turns.add(turn(next()));
    }
    return this;
  }

  /** The description of the turn that would follow. */
  TurnSample next() {
    return samples
        .turnAfter(head(), WriterEpoch.NONE)
        .simulation(id)
        .segment(segments.get(segments.size() - 1).id())
        .provenance(Samples.provenance("2.0." + head().turn(), 7));
  }

  static Turn turn(TurnSample sample) {
    TurnCommit commit = sample.build();
    return new Turn(commit.state(), Optional.of(commit.transition()));
  }

  /** Adds a checkpoint of a turn. */
  SampleOriginal checkpoint(String checkpointName, int turn) {
    Checkpoint of = samples.checkpoint(turns.get(turn).state(), checkpointName);
    checkpoints.add(
        new Checkpoint(
            of.id(),
            id,
            of.name(),
            of.kind(),
            of.turn(),
            of.state(),
            of.createdAt(),
            of.metadata()));
    return this;
  }

  SimulationId id() {
    return id;
  }

  State head() {
    return turns.get(turns.size() - 1).state();
  }

  /** All turns, from turn 0 on. */
  List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** The turns from one on to another, both inclusive. */
  List<Turn> turns(int from, int to) {
    return List.copyOf(turns.subList(from, to + 1));
  }

  List<Checkpoint> checkpoints() {
    return List.copyOf(checkpoints);
  }

  Lineage lineage() {
    return new Lineage(segments, head().turn());
  }

  /** As the other database describes it; somebody wrote to it there. */
  Simulation simulation() {
    return simulation(new WriterEpoch(3));
  }

  private Simulation simulation(WriterEpoch epoch) {
    return new Simulation(
        id,
        name,
        SimulationStatus.FAILED,
        Optional.of("out of wood"),
        Samples.document("{\"scenario\":\"sample\"}"),
        head().provenance().seed(),
        Document.EMPTY_OBJECT,
        Optional.of(new TurnNumber(90)),
        new Head(
            segments.get(segments.size() - 1).id(),
            head().turn(),
            head().id(),
            head().chainHash(),
            head().provenance().hash()),
        epoch,
        Optional.empty(),
        createdAt);
  }

  ImportedSimulation imported() {
    return new ImportedSimulation(simulation(), lineage(), turns.get(0).state());
  }

  /** As the database that took it in is to describe it, which counts epochs of its own. */
  Simulation published(WriterEpoch epoch) {
    return simulation(epoch);
  }
}
