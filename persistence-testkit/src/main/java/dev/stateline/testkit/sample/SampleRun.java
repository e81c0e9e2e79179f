package dev.stateline.testkit.sample;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.commit.WriterEpoch;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A simulation that a test writes to, with all that it has written: what the database gives back is
 * compared with it. Not thread-safe.
 */
public final class SampleRun {

  /** How the run's writer describes itself. */
  public static final WriterIdentity WRITER = new WriterIdentity("sample writer");

  private final Samples samples;
  private final Persistence persistence;
  private final NewSimulation origin;
  private final WriterSession session;
  private final List<TurnCommit> commits = new ArrayList<>();

  private SampleRun(
      Samples samples, Persistence persistence, NewSimulation origin, WriterSession session) {
    this.samples = samples;
    this.persistence = persistence;
    this.origin = origin;
    this.session = session;
  }

  /** Creates the simulation and opens it for writing. */
  public static SampleRun begin(Samples samples, Persistence persistence, NewSimulation origin) {
    persistence.simulations().create(origin);
    WriterSession session = persistence.writers().open(origin.id(), WRITER, TakeOver.REFUSE);
    return new SampleRun(samples, persistence, origin, session);
  }

  /** Commits so many plain turns. */
  public SampleRun commit(int turns) {
    for (int i = 0; i < turns; i++) {
      commit(turn -> turn);
    }
    return this;
  }

  /** Commits the next turn as it is described. */
  public TurnCommit commit(UnaryOperator<TurnSample> description) {
    TurnCommit commit = description.apply(next()).build();
    persistence.states().append(commit);
    commits.add(commit);
    return commit;
  }

  /** The description of the next turn, which is not committed. */
  public TurnSample next() {
    return samples.turnAfter(head(), epoch());
  }

  public SimulationId id() {
    return origin.id();
  }

  /** As it was created. */
  public NewSimulation origin() {
    return origin;
  }

  public WriterSession session() {
    return session;
  }

  public WriterEpoch epoch() {
    return session.epoch();
  }

  /** The last state that was committed. */
  public State head() {
    return commits.isEmpty() ? origin.initial() : commits.get(commits.size() - 1).state();
  }

  /** All states that were committed, from turn 0 on. */
  public List<State> states() {
    List<State> states = new ArrayList<>(List.of(origin.initial()));
    commits.forEach(commit -> states.add(commit.state()));
    return states;
  }

  /** All turns with their documents, from turn 0 on. */
  public List<Turn> turns() {
    List<Turn> turns = new ArrayList<>(List.of(new Turn(origin.initial(), Optional.empty())));
    commits.forEach(commit -> turns.add(commit.turn()));
    return turns;
  }

  /** All turns that were committed, from turn 1 on. */
  public List<TurnCommit> commits() {
    return List.copyOf(commits);
  }
}
