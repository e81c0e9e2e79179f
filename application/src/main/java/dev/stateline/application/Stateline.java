package dev.stateline.application;

import dev.stateline.application.branch.Branches;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.checkpoint.CheckpointBook;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.manager.GroupCommit;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.manager.Surroundings;
import dev.stateline.application.replay.Replayer;
import dev.stateline.application.replay.SplitCheck;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Provenance;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;

/**
 * Stateline over one open persistence: the place where everything else begins. Thread-safe.
 *
 * <p>Simulations that run side by side on one of these share durable writes.
 *
 * <p>The persistence stays the property of whoever opened it; it is closed there, after this was
 * used.
 */
public final class Stateline {

  private final Persistence persistence;
  private final Clock clock;
  private final IdSource ids;
  private final WriterIdentity writer;
  private final Surroundings surroundings;

  private Stateline(Builder builder) {
    this.persistence = Objects.requireNonNull(builder.persistence, "a persistence must be given");
    this.clock = builder.clock;
    this.ids = builder.ids == null ? new TimeOrderedIds(clock, new SecureRandom()) : builder.ids;
    this.writer = builder.writer;
    this.surroundings =
        new Surroundings(persistence, new GroupCommit(persistence.states()), clock, ids, writer);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a simulation with its initial state, and opens it for writing.
   *
   * @return the open simulation; the caller closes it
   * @throws dev.stateline.domain.error.ConflictException NAME_TAKEN
   */
  public <S> StateManager<S> create(SimulationSpec<S> spec) {
    return StateManager.create(surroundings, spec);
  }

  /**
   * Opens a simulation for writing.
   *
   * @param provenance what will compute the next turns
   * @return the open simulation; the caller closes it
   * @throws dev.stateline.domain.error.NotFoundException SIMULATION_NOT_FOUND
   * @throws dev.stateline.domain.error.ConflictException WRITER_PRESENT, naming the holder
   */
  public <S> StateManager<S> open(
      SimulationId id, StateFormat<S> format, Provenance provenance, TakeOver takeOver) {
    return StateManager.open(surroundings, id, format, provenance, takeOver);
  }

  /** The simulations of this persistence. */
  public SimulationCatalog simulations() {
    return new SimulationCatalog(persistence.simulations(), writer);
  }

  /** Their past. */
  public HistoryReader history() {
    return new HistoryReader(persistence);
  }

  /** Their checkpoints. */
  public CheckpointBook checkpoints() {
    return new CheckpointBook(persistence, clock, ids);
  }

  /** The proof that what is stored is what was run. */
  public Verifier verifier() {
    return new Verifier(persistence);
  }

  /**
   * Forks and rollbacks.
   *
   * @param documents applies the patches of interventions
   */
  public Branches branches(DocumentTools documents) {
    return new Branches(surroundings, documents);
  }

  /**
   * The proof that recorded turns come out the same again.
   *
   * @param documents applies the patches of interventions and names the places that differ
   */
  public Replayer replayer(DocumentTools documents) {
    return new Replayer(persistence, documents);
  }

  /**
   * The proof that a scenario keeps no state beside its state.
   *
   * @param documents as for {@link #replayer}
   */
  public SplitCheck splitCheck(DocumentTools documents) {
    return new SplitCheck(persistence, documents);
  }

  /** The means to copy simulations from here to another persistence. */
  public Transfer transferTo(Stateline target) {
    return new Transfer(persistence, target.persistence, writer);
  }

  /** Puts a Stateline together by hand. Only the persistence must be given. */
  public static final class Builder {

    private Persistence persistence;
    private Clock clock = Clock.systemUTC();
    private IdSource ids;
    private WriterIdentity writer = new WriterIdentity("process " + ProcessHandle.current().pid());

    private Builder() {}

    public Builder persistence(Persistence persistence) {
      this.persistence = persistence;
      return this;
    }

    /** The wall clock; the system's in UTC if none is given. */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** The source of ids; {@link TimeOrderedIds} if none is given. */
    public Builder ids(IdSource ids) {
      this.ids = Objects.requireNonNull(ids, "ids");
      return this;
    }

    /** How this program describes itself to other writers; its process id if nothing is given. */
    public Builder writer(WriterIdentity writer) {
      this.writer = Objects.requireNonNull(writer, "writer");
      return this;
    }

    /**
     * @throws NullPointerException if no persistence was given
     */
    public Stateline build() {
      return new Stateline(this);
    }
  }
}
