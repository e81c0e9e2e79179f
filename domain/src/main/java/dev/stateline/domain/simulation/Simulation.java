package dev.stateline.domain.simulation;

import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A name and a head, as they are now. Immutable; two are equal when all of it is. */
public final class Simulation {

  private final SimulationId id;
  private final SimulationName name;
  private final SimulationStatus status;
  private final Optional<String> statusReason;
  private final Document config;
  private final long seed;
  private final Document metadata;
  private final Optional<TurnNumber> targetTurn;
  private final Head head;
  private final WriterEpoch epoch;
  private final Optional<WriterIdentity> writer;
  private final Instant createdAt;

  private Simulation(Builder builder) {
    this.id = Objects.requireNonNull(builder.id, "id");
    this.name = Objects.requireNonNull(builder.name, "name");
    this.status = builder.status;
    this.statusReason = builder.statusReason;
    this.config = builder.config;
    this.seed = builder.seed;
    this.metadata = builder.metadata;
    this.targetTurn = builder.targetTurn;
    this.head = Objects.requireNonNull(builder.head, "head");
    this.epoch = builder.epoch;
    this.writer = builder.writer;
    this.createdAt = Objects.requireNonNull(builder.createdAt, "createdAt");
  }

  /**
   * Begins the description of a simulation. What is not said is: created, no config or metadata, no
   * turn to stop at, never written to.
   *
   * @param seed the seed in force in its next turn
   * @param createdAt wall clock, whole microseconds
   */
  public static Builder of(
      SimulationId id, SimulationName name, Head head, long seed, Instant createdAt) {
    Builder builder = new Builder();
    builder.id = id;
    builder.name = name;
    builder.head = head;
    builder.seed = seed;
    builder.createdAt = createdAt;
    return builder;
  }

  /** Begins the description of a simulation that is like this one. */
  public Builder but() {
    return of(id, name, head, seed, createdAt)
        .status(status, statusReason)
        .config(config)
        .metadata(metadata)
        .targetTurn(targetTurn)
        .writer(epoch, writer);
  }

  public SimulationId id() {
    return id;
  }

  public SimulationName name() {
    return name;
  }

  public SimulationStatus status() {
    return status;
  }

  /** Why it has this status, where somebody said so. */
  public Optional<String> statusReason() {
    return statusReason;
  }

  /** The scenario's name and parameters; never the database's configuration. */
  public Document config() {
    return config;
  }

  /** The seed in force in its next turn. */
  public long seed() {
    return seed;
  }

  /** A JSON object for the user's own notes. */
  public Document metadata() {
    return metadata;
  }

  /** The turn at which its run is to stop. */
  public Optional<TurnNumber> targetTurn() {
    return targetTurn;
  }

  public Head head() {
    return head;
  }

  /** The last writer's epoch. */
  public WriterEpoch epoch() {
    return epoch;
  }

  /** The writer that opened it last and has not closed it; it may be dead. */
  public Optional<WriterIdentity> writer() {
    return writer;
  }

  /** Wall clock, whole microseconds. */
  public Instant createdAt() {
    return createdAt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Simulation that
        && id.equals(that.id)
        && name.equals(that.name)
        && status == that.status
        && statusReason.equals(that.statusReason)
        && config.equals(that.config)
        && seed == that.seed
        && metadata.equals(that.metadata)
        && targetTurn.equals(that.targetTurn)
        && head.equals(that.head)
        && epoch.equals(that.epoch)
        && writer.equals(that.writer)
        && createdAt.equals(that.createdAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, status, head, epoch);
  }

  @Override
  public String toString() {
    return "Simulation["
        + name
        + ", "
        + id
        + ", "
        + status.text()
        + " at turn "
        + head.turn()
        + "]";
  }

  /** Puts a simulation together. Not thread-safe. */
  public static final class Builder {
    private SimulationId id;
    private SimulationName name;
    private SimulationStatus status = SimulationStatus.CREATED;
    private Optional<String> statusReason = Optional.empty();
    private Document config = Document.EMPTY_OBJECT;
    private long seed;
    private Document metadata = Document.EMPTY_OBJECT;
    private Optional<TurnNumber> targetTurn = Optional.empty();
    private Head head;
    private WriterEpoch epoch = WriterEpoch.NONE;
    private Optional<WriterIdentity> writer = Optional.empty();
    private Instant createdAt;

    private Builder() {}

    /**
     * @param reason why, for people
     */
    public Builder status(SimulationStatus status, Optional<String> reason) {
      this.status = Objects.requireNonNull(status, "status");
      this.statusReason = Objects.requireNonNull(reason, "reason");
      return this;
    }

    public Builder config(Document config) {
      this.config = Objects.requireNonNull(config, "config");
      return this;
    }

    public Builder metadata(Document metadata) {
      this.metadata = Objects.requireNonNull(metadata, "metadata");
      return this;
    }

    public Builder targetTurn(Optional<TurnNumber> turn) {
      this.targetTurn = Objects.requireNonNull(turn, "turn");
      return this;
    }

    public Builder head(Head head) {
      this.head = Objects.requireNonNull(head, "head");
      return this;
    }

    /**
     * @param seed the seed in force in its next turn
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * @param epoch the last writer's
     * @param writer that writer, if it has not closed
     */
    public Builder writer(WriterEpoch epoch, Optional<WriterIdentity> writer) {
      this.epoch = Objects.requireNonNull(epoch, "epoch");
      this.writer = Objects.requireNonNull(writer, "writer");
      return this;
    }

    /**
     * @throws NullPointerException if one of id, name, head and creation was not given
     */
    public Simulation build() {
      return new Simulation(this);
    }
  }
}
