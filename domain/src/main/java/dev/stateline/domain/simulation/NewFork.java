package dev.stateline.domain.simulation;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Segment;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.StateRef;
import dev.stateline.domain.turn.Turn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation that is to branch from a turn of another. It shares the history up to there; nothing
 * of it is copied. Immutable.
 */
public final class NewFork {

  private final SimulationName name;
  private final Document config;
  private final Document metadata;
  private final Optional<TurnNumber> targetTurn;
  private final Segment segment;
  private final StateRef base;
  private final Optional<Turn> first;

  private NewFork(Builder builder) {
    this.name = builder.name;
    this.config = builder.config.requireCanonical("the config");
    this.metadata = builder.metadata.requireCanonical("the metadata");
    this.targetTurn = builder.targetTurn;
    this.segment = builder.segment;
    this.base = builder.base;
    this.first = builder.first;
    first.ifPresent(Turn::requireCanonical);
    requireBranch();
  }

  private void requireBranch() {
    if (!segment.parent().equals(Optional.of(base.segment()))
        || !segment.branchTurn().equals(Optional.of(base.turn()))) {
      throw new InvalidInputException(
          "a fork's segment branches from the state that it goes on from");
    }
    if (first.isPresent() && !isFirst(first.get())) {
      throw new InvalidInputException(
          "a fork's first turn is the one after its branch turn, on its own segment, and its chain"
              + " hash follows from the state that the fork goes on from");
    }
  }

  private boolean isFirst(Turn turn) {
    return turn.state().turn().equals(segment.firstTurn())
        && turn.state().segment().equals(segment.id())
        && turn.state().simulation().equals(segment.simulation())
        && turn.follows(base.chainHash());
  }

  /**
   * Begins the description of a fork without config, metadata, a turn to stop at, and turns of its
   * own.
   *
   * @param segment its own, which branches from the base
   * @param base the state at the branch turn, which its history goes on from
   */
  public static Builder of(SimulationName name, Segment segment, StateRef base) {
    return new Builder(name, segment, base);
  }

  /** The id that the fork will have. */
  public SimulationId id() {
    return segment.simulation();
  }

  public SimulationName name() {
    return name;
  }

  /** The scenario's name and parameters. */
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

  /** Its own segment, with parent, branch turn, and the seed if it was given one. */
  public Segment segment() {
    return segment;
  }

  /** The state at the branch turn, which its history goes on from. */
  public StateRef base() {
    return base;
  }

  /**
   * A turn that is its own from the beginning: the one after the branch turn, changed by an
   * intervention; empty if it begins with none.
   */
  public Optional<Turn> first() {
    return first;
  }

  /** Wall clock, whole microseconds. */
  public Instant createdAt() {
    return segment.createdAt();
  }

  /** The state of its head. */
  public StateRef headState() {
    return first.map(turn -> turn.state().ref()).orElse(base);
  }

  /** Puts a fork together. Not thread-safe. */
  public static final class Builder {
    private final SimulationName name;
    private final Segment segment;
    private final StateRef base;
    private Document config = Document.EMPTY_OBJECT;
    private Document metadata = Document.EMPTY_OBJECT;
    private Optional<TurnNumber> targetTurn = Optional.empty();
    private Optional<Turn> first = Optional.empty();

    private Builder(SimulationName name, Segment segment, StateRef base) {
      this.name = Objects.requireNonNull(name, "name");
      this.segment = Objects.requireNonNull(segment, "segment");
      this.base = Objects.requireNonNull(base, "base");
    }

    /** It goes on as another does: the same config, and the same turn to stop at if still ahead. */
    public Builder like(Simulation other) {
      this.config = other.config();
      this.targetTurn = other.targetTurn();
      return this;
    }

    public Builder config(Document document) {
      this.config = Objects.requireNonNull(document, "document");
      return this;
    }

    public Builder metadata(Document document) {
      this.metadata = Objects.requireNonNull(document, "document");
      return this;
    }

    /**
     * @param turn the turn at which its run is to stop; one that is not ahead of its head is left
     *     out
     */
    public Builder targetTurn(Optional<TurnNumber> turn) {
      this.targetTurn = Objects.requireNonNull(turn, "turn");
      return this;
    }

    /**
     * @param turn a turn that is its own from the beginning
     */
    public Builder first(Turn turn) {
      this.first = Optional.of(turn);
      return this;
    }

    /**
     * @throws InvalidInputException if the segment does not branch from the base, or the first turn
     *     does not follow it on that segment; INVALID_DOCUMENT if a document is not in canonical
     *     form
     */
    public NewFork build() {
      TurnNumber head = first.map(turn -> turn.state().turn()).orElseGet(base::turn);
      targetTurn = targetTurn.filter(target -> target.isAfter(head));
      return new NewFork(this);
    }
  }
}
