package dev.stateline.domain.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What is known of a turn without reading its documents. Immutable. */
public final class TurnRecord {

  private final SimulationId simulation;
  private final StateRef state;
  private final Optional<SimulatedTime> simulatedTime;
  private final Sha256 stateHash;
  private final Sha256 provenanceHash;
  private final int stateVersion;
  private final String encoding;
  private final int documentSize;
  private final int storedSize;
  private final Optional<Sha256> transitionHash;
  private final Optional<Duration> processingTime;
  private final Instant createdAt;

  private TurnRecord(Builder builder) {
    this.simulation = Objects.requireNonNull(builder.simulation, "simulation");
    this.state = Objects.requireNonNull(builder.state, "state");
    this.simulatedTime = builder.simulatedTime;
    this.stateHash = Objects.requireNonNull(builder.stateHash, "stateHash");
    this.provenanceHash = Objects.requireNonNull(builder.provenanceHash, "provenanceHash");
    this.stateVersion = builder.stateVersion;
    this.encoding = Objects.requireNonNull(builder.encoding, "encoding");
    this.documentSize = builder.documentSize;
    this.storedSize = builder.storedSize;
    this.transitionHash = builder.transitionHash;
    this.processingTime = builder.processingTime;
    this.createdAt = Objects.requireNonNull(builder.createdAt, "createdAt");
  }

  /**
   * The record of a state.
   *
   * @param simulation the simulation that wrote the turn
   */
  public static Builder of(SimulationId simulation, StateRef state) {
    return new Builder(simulation, state);
  }

  /** The record of a turn that was read or is about to be written, stored as its documents are. */
  public static Builder of(Turn turn) {
    State state = turn.state();
    Builder builder =
        new Builder(state.simulation(), state.ref())
            .simulatedTime(state.simulatedTime())
            .stateHash(state.stateHash())
            .stateVersion(state.stateVersion())
            .provenanceHash(state.provenance().hash())
            .createdAt(state.createdAt());
    turn.transition().ifPresent(t -> builder.transition(t.hash(), t.processingTime()));
    return builder;
  }

  /** The simulation that wrote the turn. */
  public SimulationId simulation() {
    return simulation;
  }

  /** Where its state stands, with the proof of history. */
  public StateRef state() {
    return state;
  }

  public SegmentId segment() {
    return state.segment();
  }

  public TurnNumber turn() {
    return state.turn();
  }

  public ChainHash chainHash() {
    return state.chainHash();
  }

  public Optional<SimulatedTime> simulatedTime() {
    return simulatedTime;
  }

  public Sha256 stateHash() {
    return stateHash;
  }

  public Sha256 provenanceHash() {
    return provenanceHash;
  }

  /** The scenario's version of the document's shape, 1 or more. */
  public int stateVersion() {
    return stateVersion;
  }

  /** How the state is stored, in the adapter's words. */
  public String encoding() {
    return encoding;
  }

  /** The state's canonical bytes. */
  public int documentSize() {
    return documentSize;
  }

  /** The bytes that the state takes as it is stored; 0 if it was pruned. */
  public int storedSize() {
    return storedSize;
  }

  /** The hash of actions and outcomes; empty for turn 0. */
  public Optional<Sha256> transitionHash() {
    return transitionHash;
  }

  /** What the engine and the action source took; empty for turn 0. */
  public Optional<Duration> processingTime() {
    return processingTime;
  }

  /** Wall clock, whole microseconds. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Puts a record together. Not thread-safe. */
  public static final class Builder {
    private final SimulationId simulation;
    private final StateRef state;
    private Optional<SimulatedTime> simulatedTime = Optional.empty();
    private Sha256 stateHash;
    private Sha256 provenanceHash;
    private int stateVersion = 1;
    private String encoding;
    private int documentSize;
    private int storedSize;
    private Optional<Sha256> transitionHash = Optional.empty();
    private Optional<Duration> processingTime = Optional.empty();
    private Instant createdAt;

    private Builder(SimulationId simulation, StateRef state) {
      this.simulation = simulation;
      this.state = state;
    }

    public Builder simulatedTime(Optional<SimulatedTime> time) {
      this.simulatedTime = Objects.requireNonNull(time, "time");
      return this;
    }

    public Builder stateHash(Sha256 hash) {
      this.stateHash = hash;
      return this;
    }

    public Builder provenanceHash(Sha256 hash) {
      this.provenanceHash = hash;
      return this;
    }

    public Builder stateVersion(int version) {
      this.stateVersion = version;
      return this;
    }

    /**
     * How the state is stored.
     *
     * @param name of the encoding, in the adapter's words
     */
    public Builder stored(String name, int canonicalBytes, int storedBytes) {
      this.encoding = name;
      this.documentSize = canonicalBytes;
      this.storedSize = storedBytes;
      return this;
    }

    public Builder transition(Sha256 hash, Duration time) {
      this.transitionHash = Optional.of(hash);
      this.processingTime = Optional.of(time);
      return this;
    }

    public Builder createdAt(Instant moment) {
      this.createdAt = moment;
      return this;
    }

    /**
     * @throws NullPointerException if hashes, encoding or creation were not given
     */
    public TurnRecord build() {
      return new TurnRecord(this);
    }
  }
}
