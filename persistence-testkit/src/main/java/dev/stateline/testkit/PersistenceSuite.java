package dev.stateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.sample.SampleBranch;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every part of the contract stands on: each test has a fixture of its own, which is open.
 * Suites of an adapter's own may stand on it too.
 */
@ExtendWith(CapabilityRule.class)
public abstract class PersistenceSuite {

  protected static final WriterIdentity ALICE = new WriterIdentity("alice on laptop");
  protected static final WriterIdentity BOB = new WriterIdentity("bob on server");

  protected final Samples samples = new Samples();
  protected PersistenceFixture fixture;
  protected Persistence persistence;

  /** A fixture whose database nobody has opened yet. Called once for each test. */
  protected abstract PersistenceFixture fixture();

  /** The capability without which {@link #assertAbsent} is all that can be required. */
  protected Optional<Capability> needs() {
    return Optional.empty();
  }

  /** Requires that what is not declared is refused. */
  protected void assertAbsent() {}

  @BeforeEach
  final void openFixture() {
    fixture = fixture();
    persistence = fixture.open();
  }

  @AfterEach
  final void closeFixture() {
    persistence.close();
    fixture.close();
  }

  protected final SimulationPort simulations() {
    return persistence.simulations();
  }

  protected final WriterPort writers() {
    return persistence.writers();
  }

  protected final BranchPort branches() {
    return persistence.branches();
  }

  protected final StatePersistencePort states() {
    return persistence.states();
  }

  protected final CheckpointPort checkpoints() {
    return persistence.checkpoints();
  }

  protected final boolean declares(Capability capability) {
    return fixture.capabilities().contains(capability);
  }

  protected final void reopen() {
    persistence.close();
    persistence = fixture.open();
  }

  protected final NewSimulation created(String name) {
    NewSimulation simulation = samples.simulation(name).build();
    simulations().create(simulation);
    return simulation;
  }

  protected final SampleRun run(String name) {
    return run(samples.simulation(name).build());
  }

  protected final SampleRun run(NewSimulation simulation) {
    return SampleRun.begin(samples, persistence, simulation);
  }

  protected final SampleBranch branch(String name) {
    return SampleBranch.create(samples, persistence, name);
  }

  protected final WriterSession open(SimulationId id, WriterIdentity writer) {
    return writers().open(id, writer, TakeOver.REFUSE);
  }

  protected final WriterSession takeOver(SimulationId id, WriterIdentity writer) {
    return writers().open(id, writer, TakeOver.FORCE);
  }

  protected final List<TurnRecord> history(SimulationId id, TurnRange range) {
    try (Stream<TurnRecord> turns = states().history(id, range)) {
      return turns.toList();
    }
  }

  protected final List<Turn> turns(SimulationId id) {
    try (Stream<Turn> turns = states().turns(id, TurnRange.ALL)) {
      return turns.toList();
    }
  }

  /** An id that nobody has. */
  protected final SimulationId unknown() {
    return new SimulationId(samples.next());
  }

  protected static StatelineException assertRefused(ErrorCode code, ThrowingCallable call) {
    StatelineException refusal = catchThrowableOfType(StatelineException.class, call);
    assertThat(refusal).as("a refusal with %s", code).isNotNull();
    assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
    assertThat(refusal.getMessage()).isNotBlank();
    return refusal;
  }

  /** As the other method; the refusal also names who stands in the way. */
  protected static void assertRefused(
      ErrorCode code, WriterIdentity holder, ThrowingCallable call) {
    assertThat(assertRefused(code, call))
        .hasMessageContaining(holder.description())
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> assertThat(conflict.holder()).contains(holder.description()));
  }

  /** That it is refused with the very fields and remedy that the domain gives this error. */
  protected static void assertRefused(StatelineException like, ThrowingCallable call) {
    StatelineException refusal = assertRefused(like.code(), call);
    assertThat(refusal.details().fields())
        .as(refusal.getMessage())
        .isEqualTo(like.details().fields());
    assertThat(refusal.details().remedy()).isEqualTo(like.details().remedy());
  }

  /** That an ability that is not declared is told to be absent, as every adapter tells it. */
  protected final void assertNotSupported(ThrowingCallable call) {
    StatelineException refusal = assertRefused(ErrorCode.NOT_SUPPORTED, call);
    assertThat(refusal.field(ErrorField.DATABASE)).contains(persistence.description());
    assertThat(refusal.field(ErrorField.ABILITY))
        .hasValueSatisfying(a -> assertThat(a).isNotBlank());
  }

  /** That the simulation has exactly the turns that the run committed, its head at the last. */
  protected final void assertUnchanged(SampleRun run) {
    assertThat(states().head(run.id())).isEqualTo(Head.at(run.head()));
    assertThat(history(run.id(), TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactlyElementsOf(run.states().stream().map(State::ref).toList());
  }

  /** That a simulation has exactly the history that it is to have, and no row is damaged. */
  protected final void assertHeld(SampleBranch branch) {
    SimulationId id = branch.id();
    assertStands(branch);
    assertThat(turns(id)).isEqualTo(branch.turns());
    assertSound(id);
  }

  /** As {@link #assertHeld}, but of the documents only two are read. */
  protected final void assertStands(SampleBranch branch) {
    SimulationId id = branch.id();
    assertThat(states().head(id).state()).isEqualTo(branch.head().ref());
    List<Turn> turns = branch.turns();
    // One that stays, and one that a rollback takes: what was read before must not stand for it.
    for (Turn turn : List.of(turns.get(turns.size() / 2), turns.get(turns.size() - 1))) {
      assertThat(states().stateAt(id, turn.state().turn())).isEqualTo(turn.state());
    }
    assertThat(states().head(id).segment()).isEqualTo(branch.segment().id());
    assertThat(history(id, TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactlyElementsOf(branch.turns().stream().map(t -> t.state().ref()).toList());
    assertThat(simulations().lineage(id)).isEqualTo(branch.lineage());
    assertThat(branch.found().seed()).isEqualTo(branch.seed());
  }

  /** That the adapter finds nothing wrong with a simulation's rows. */
  protected final void assertSound(SimulationId id) {
    assertThat(persistence.audit().bookkeeping(id)).isEmpty();
    try (Stream<AuditedTurn> turns = persistence.audit().turns(id, TurnRange.ALL)) {
      assertThat(turns).allSatisfy(turn -> assertThat(turn.defects()).isEmpty());
    }
  }
}
