package dev.stateline.application;

import dev.stateline.application.branch.Branches;
import dev.stateline.application.catalog.SimulationCatalog;
import dev.stateline.application.checkpoint.CheckpointBook;
import dev.stateline.application.compare.ComparedRun;
import dev.stateline.application.compare.Curve;
import dev.stateline.application.compare.RunComparer;
import dev.stateline.application.compare.RunComparison;
import dev.stateline.application.compare.StateDiff;
import dev.stateline.application.control.Ticker;
import dev.stateline.application.history.HistoryReader;
import dev.stateline.application.manager.SimulationSpec;
import dev.stateline.application.manager.StateFormat;
import dev.stateline.application.manager.StateManager;
import dev.stateline.application.observe.Measuring;
import dev.stateline.application.replay.Replayer;
import dev.stateline.application.replay.SplitCheck;
import dev.stateline.application.run.EngineCatalog;
import dev.stateline.application.run.SimulationRunner;
import dev.stateline.application.run.StoredVersions;
import dev.stateline.application.shared.GroupCommit;
import dev.stateline.application.shared.Surroundings;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.port.IdSource;
import dev.stateline.domain.port.ObserverPort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.Provenance;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
  private final Surroundings surroundings;

  private Stateline(Builder builder) {
    Measuring measuring = new Measuring(builder.observer, builder.ticker);
    this.persistence =
        measuring.of(Objects.requireNonNull(builder.persistence, "a persistence must be given"));
    GroupCommit commits = new GroupCommit(persistence.states(), measuring);
    IdSource ids =
        builder.ids == null ? new TimeOrderedIds(builder.clock, new SecureRandom()) : builder.ids;
    this.surroundings =
        new Surroundings(
            persistence,
            commits,
            measuring,
            builder.clock,
            ids,
            builder.writer,
            Optional.ofNullable(builder.documents));
    measuring.watch(() -> figures(commits));
  }

  private List<Figure> figures(GroupCommit commits) {
    List<Figure> figures = new ArrayList<>(persistence.figures());
    figures.add(commits.queue());
    return figures;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Creates a simulation with its initial state, and opens it for writing.
   *
   * @return the open simulation; the caller closes it
   * @throws ConflictException NAME_TAKEN
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
   * @throws ConflictException WRITER_PRESENT, naming the holder
   */
  public <S> StateManager<S> open(
      SimulationId id, StateFormat<S> format, Provenance provenance, TakeOver takeOver) {
    return StateManager.open(surroundings, id, format, provenance, takeOver);
  }

  /**
   * Opens the simulation of the description's name for writing, or creates it where there is none:
   * for a program that is started again and again. The state and notes that are stored stay; the
   * initial state and metadata of the description are used only for a new one.
   *
   * @return the open simulation; the caller closes it
   * @throws InvalidInputException if the one that is there has another seed or configuration
   * @throws ConflictException WRITER_PRESENT, naming the holder
   */
  public <S> StateManager<S> openOrCreate(SimulationSpec<S> spec, TakeOver takeOver) {
    Optional<Simulation> there = persistence.simulations().find(spec.name());
    if (there.isEmpty()) {
      try {
        return create(spec);
      } catch (ConflictException e) {
        // Another program may have made it since.
        there = persistence.simulations().find(spec.name());
        if (e.code() != ErrorCode.NAME_TAKEN || there.isEmpty()) {
          throw e;
        }
      }
    }
    spec.requireSame(there.get());
    return open(there.get().id(), spec.format(), spec.provenance(), takeOver);
  }

  /** The simulations of this persistence. */
  public SimulationCatalog simulations() {
    return new SimulationCatalog(surroundings);
  }

  /** The past of simulations. */
  public HistoryReader history() {
    return new HistoryReader(persistence);
  }

  /** The names of states. */
  public CheckpointBook checkpoints() {
    return new CheckpointBook(surroundings);
  }

  /** The proof that what is stored is what was run. */
  public Verifier verifier() {
    return new Verifier(persistence);
  }

  /** Forks and rollbacks; an intervention needs document tools. */
  public Branches branches() {
    return new Branches(surroundings);
  }

  /** The proof that recorded turns come out the same again; needs document tools. */
  public Replayer replayer() {
    return new Replayer(persistence, surroundings.documents());
  }

  /** The proof that a scenario keeps no state beside its state; needs document tools. */
  public SplitCheck splitCheck() {
    return new SplitCheck(persistence, surroundings.documents());
  }

  /** Where runs part; needs document tools. */
  public RunComparer comparer() {
    return new RunComparer(surroundings.documents());
  }

  /**
   * How values go apart over the turns; needs document tools.
   *
   * @param first the run that the others were compared with
   */
  public Curve curve(ComparedRun first, List<RunComparison> others) {
    return new Curve(surroundings.documents(), first, others);
  }

  /** Where two states differ; needs document tools. */
  public StateDiff diff() {
    return new StateDiff(surroundings.documents());
  }

  /** Which versions of states are stored; needs document tools. */
  public StoredVersions storedVersions() {
    return new StoredVersions(surroundings);
  }

  /**
   * Runs scenarios; needs document tools.
   *
   * @param engines the scenarios that can be run
   * @param checkpointInterval an automatic checkpoint every so many turns, 1 or more
   */
  public SimulationRunner runner(EngineCatalog engines, int checkpointInterval, Ticker ticker) {
    return new SimulationRunner(surroundings, engines, checkpointInterval, ticker);
  }

  /** The means to copy simulations from here to another persistence. */
  public Transfer transferTo(Stateline target) {
    return new Transfer(persistence, target.persistence, surroundings.writer());
  }

  /** Puts a Stateline together by hand. Only the persistence must be given. */
  public static final class Builder {

    private Persistence persistence;
    private Clock clock = Clock.systemUTC();
    private IdSource ids;
    private DocumentTools documents;
    private ObserverPort observer = ObserverPort.NONE;
    private Ticker ticker = System::nanoTime;
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
     * What can be done with documents of any shape. Without it, states are kept, and nothing is
     * replayed, compared, changed by a patch, or run by a scenario's name.
     */
    public Builder documents(DocumentTools documents) {
      this.documents = Objects.requireNonNull(documents, "documents");
      return this;
    }

    /** Whoever is told what the work takes; nobody if none is given. */
    public Builder observer(ObserverPort observer) {
      this.observer = Objects.requireNonNull(observer, "observer");
      return this;
    }

    /** Measures what the observer is told. */
    public Builder ticker(Ticker ticker) {
      this.ticker = Objects.requireNonNull(ticker, "ticker");
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
