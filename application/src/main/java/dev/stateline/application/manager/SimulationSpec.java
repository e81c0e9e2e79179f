package dev.stateline.application.manager;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.InitialState;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.Provenance;
import java.util.Objects;
import java.util.Optional;

/** A simulation that is to be created. Immutable. */
public final class SimulationSpec<S> {

  private final SimulationName name;
  private final StateFormat<S> format;
  private final InitialState<S> initial;
  private final Provenance provenance;
  private final Document config;
  private final Document metadata;
  private final Optional<TurnNumber> targetTurn;

  private SimulationSpec(Builder<S> builder) {
    this.name = builder.name;
    this.format = builder.format;
    this.initial = new InitialState<>(builder.initial, builder.simulatedTime);
    this.provenance = builder.provenance;
    this.config = object("config", builder.config);
    this.metadata = object("metadata", builder.metadata);
    this.targetTurn = builder.targetTurn;
  }

  private static Document object(String name, Document document) {
    if (!document.requireCanonical("the " + name).text().startsWith("{")) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT, "the " + name + " of a simulation is a JSON object");
    }
    return document;
  }

  /**
   * Begins the description of a simulation without simulated time, configuration, notes or a turn
   * to stop at.
   *
   * @param initial the state of turn 0
   * @param provenance what computes its turns; its seed is the simulation's
   */
  public static <S> Builder<S> of(
      SimulationName name, StateFormat<S> format, S initial, Provenance provenance) {
    return new Builder<>(name, format, initial, provenance);
  }

  public SimulationName name() {
    return name;
  }

  public StateFormat<S> format() {
    return format;
  }

  /** The world before the first turn. */
  public InitialState<S> initial() {
    return initial;
  }

  /** What computes its turns; its seed is the simulation's. */
  public Provenance provenance() {
    return provenance;
  }

  /** The scenario's name and parameters; never a secret. */
  public Document config() {
    return config;
  }

  /** A JSON object for the user's own notes. */
  public Document metadata() {
    return metadata;
  }

  /** The turn at which its run is to stop. */
  public Optional<TurnNumber> targetTurn() {
    return targetTurn;
  }

  /**
   * Requires that a simulation that is stored began as this one would.
   *
   * @throws InvalidInputException if its seed or its configuration is another
   */
  public void requireSame(Simulation stored) {
    boolean sameSeed = stored.seed() == provenance.seed();
    if (sameSeed && stored.config().equals(config)) {
      return;
    }
    throw new InvalidInputException(
        "simulation '"
            + name
            + "' is there already, with "
            + (sameSeed ? "another configuration" : "the seed " + stored.seed())
            + "; take another name, or open it as it is");
  }

  /** Puts a description together. Not thread-safe. */
  public static final class Builder<S> {
    private final SimulationName name;
    private final StateFormat<S> format;
    private final S initial;
    private final Provenance provenance;
    private Optional<SimulatedTime> simulatedTime = Optional.empty();
    private Document config = Document.EMPTY_OBJECT;
    private Document metadata = Document.EMPTY_OBJECT;
    private Optional<TurnNumber> targetTurn = Optional.empty();

    private Builder(SimulationName name, StateFormat<S> format, S initial, Provenance provenance) {
      this.name = Objects.requireNonNull(name, "name");
      this.format = Objects.requireNonNull(format, "format");
      this.initial = Objects.requireNonNull(initial, "initial");
      this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    /** The world's own time at turn 0, where it has one. */
    public Builder<S> simulatedTime(Optional<SimulatedTime> time) {
      this.simulatedTime = Objects.requireNonNull(time, "time");
      return this;
    }

    /** The scenario's name and parameters; never a secret. */
    public Builder<S> config(Document document) {
      this.config = Objects.requireNonNull(document, "document");
      return this;
    }

    /** A JSON object for the user's own notes. */
    public Builder<S> metadata(Document document) {
      this.metadata = Objects.requireNonNull(document, "document");
      return this;
    }

    /** The turn at which its run is to stop. */
    public Builder<S> targetTurn(TurnNumber turn) {
      this.targetTurn = Optional.of(turn);
      return this;
    }

    /**
     * @throws InvalidInputException INVALID_DOCUMENT if configuration or notes are no JSON object
     *     in canonical form
     */
    public SimulationSpec<S> build() {
      return new SimulationSpec<>(this);
    }
  }
}
