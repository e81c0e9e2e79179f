package dev.stateline.testkit.sample;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Provenance;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.StateRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Describes a simulation that is to be created; what is not said takes a plain value. Not
 * thread-safe.
 */
public final class SimulationSample {

  private final Samples samples;
  private final SimulationName name;
  private Document config = Samples.document("{\"scenario\":\"sample\"}");
  private Document metadata = Document.EMPTY_OBJECT;
  private Document document = Samples.city(100);
  private Provenance provenance = Samples.provenance("1.0.0", 42);
  private Optional<TurnNumber> targetTurn = Optional.empty();
  private Optional<SimulatedTime> time = Optional.empty();
  private long seed = 42;
  private int stateVersion = 1;
  private Instant createdAt;

  SimulationSample(Samples samples, String name) {
    this.samples = samples;
    this.name = new SimulationName(name);
    createdAt = samples.now();
  }

  public SimulationSample config(Document value) {
    config = value;
    return this;
  }

  public SimulationSample metadata(Document value) {
    metadata = value;
    return this;
  }

  /** The initial state's document. */
  public SimulationSample document(Document value) {
    document = value;
    return this;
  }

  public SimulationSample provenance(Provenance value) {
    provenance = value;
    return this;
  }

  public SimulationSample targetTurn(int value) {
    targetTurn = Optional.of(new TurnNumber(value));
    return this;
  }

  /** The initial state's simulated time, in ISO 8601. */
  public SimulationSample time(String value) {
    time = Optional.of(new SimulatedTime(Instant.parse(value)));
    return this;
  }

  public SimulationSample stateVersion(int value) {
    stateVersion = value;
    return this;
  }

  public SimulationSample createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  /** The seed in force from turn 0 on. */
  public SimulationSample seed(long value) {
    seed = value;
    return this;
  }

  /** The simulation, with new ids at every call. */
  public NewSimulation build() {
    SimulationId id = new SimulationId(samples.next());
    Segment root = Segment.root(new SegmentId(samples.next()), id, seed, createdAt);
    ChainHash chainHash = ChainHash.initial(time, document.hash());
    State initial =
        new State(
            id,
            new StateRef(root.id(), TurnNumber.ZERO, chainHash),
            time,
            Content.of(document),
            stateVersion,
            provenance,
            createdAt);
    return new NewSimulation(name, config, metadata, targetTurn, root, initial);
  }
}
