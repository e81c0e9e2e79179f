package dev.stateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.NewSimulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Turn;
import dev.stateline.domain.turn.TurnRecord;
import dev.stateline.testkit.PersistenceFixture.Capability;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One part of the contract: every test has a fixture of its own, which is open. An adapter extends
 * the parts one by one, or all of them at once as {@link PersistenceContract}.
 */
@ExtendWith(CapabilityRule.class)
public abstract class PersistenceSuite {

  static final WriterIdentity ALICE = new WriterIdentity("alice on laptop");
  static final WriterIdentity BOB = new WriterIdentity("bob on server");

  final Samples samples = new Samples();
  PersistenceFixture fixture;
  Persistence persistence;

  /** A fixture whose database nobody has opened yet. Called once for each test. */
  protected abstract PersistenceFixture fixture();

  /** The capability without which {@link #assertAbsent} is all that can be required. */
  Optional<Capability> needs() {
    return Optional.empty();
  }

  /** Requires that what is not declared is refused. */
  void assertAbsent() {}

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

  final SimulationPort simulations() {
    return persistence.simulations();
  }

  final StatePersistencePort states() {
    return persistence.states();
  }

  final CheckpointPort checkpoints() {
    return persistence.checkpoints();
  }

  final void reopen() {
    persistence.close();
    persistence = fixture.open();
  }

  final NewSimulation created(String name) {
    NewSimulation simulation = samples.simulation(name).build();
    simulations().create(simulation);
    return simulation;
  }

  final SampleRun run(String name) {
    return run(samples.simulation(name).build());
  }

  final SampleRun run(NewSimulation simulation) {
    return SampleRun.begin(samples, persistence, simulation);
  }

  final WriterSession open(SimulationId id, WriterIdentity writer) {
    return simulations().openForWriting(id, writer, TakeOver.REFUSE);
  }

  final WriterSession takeOver(SimulationId id, WriterIdentity writer) {
    return simulations().openForWriting(id, writer, TakeOver.FORCE);
  }

  final List<TurnRecord> history(SimulationId id, TurnRange range) {
    try (Stream<TurnRecord> turns = states().history(id, range)) {
      return turns.toList();
    }
  }

  /** An id that nobody has. */
  final SimulationId unknown() {
    return new SimulationId(samples.next());
  }

  static StatelineException assertRefused(ErrorCode code, ThrowingCallable call) {
    StatelineException refusal = catchThrowableOfType(StatelineException.class, call);
    assertThat(refusal).as("a refusal with %s", code).isNotNull();
    assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
    assertThat(refusal.getMessage()).isNotBlank();
    return refusal;
  }

  /** As the other method; the refusal also names who stands in the way. */
  static void assertRefused(ErrorCode code, WriterIdentity holder, ThrowingCallable call) {
    assertThat(assertRefused(code, call))
        .hasMessageContaining(holder.description())
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> assertThat(conflict.holder()).contains(holder.description()));
  }

  /** That the simulation has exactly the turns that the run committed, its head at the last. */
  final void assertUnchanged(SampleRun run) {
    assertThat(states().head(run.id()).state()).isEqualTo(run.head().id());
    assertThat(history(run.id(), TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactlyElementsOf(run.states().stream().map(state -> state.id()).toList());
  }

  final SampleBranch branch(String name) {
    return SampleBranch.create(samples, persistence, name);
  }

  final List<Turn> turns(SimulationId id) {
    try (Stream<Turn> turns = states().turns(id, TurnRange.ALL)) {
      return turns.toList();
    }
  }

  /** That a simulation has exactly the history that it is to have, and no row is damaged. */
  final void assertHeld(SampleBranch branch) {
    SimulationId id = branch.id();
    assertStands(branch);
    assertThat(turns(id)).isEqualTo(branch.turns());
    assertSound(id);
  }

  /** As {@link #assertHeld}, but without reading documents. */
  final void assertStands(SampleBranch branch) {
    SimulationId id = branch.id();
    assertThat(states().head(id).state()).isEqualTo(branch.head().id());
    assertThat(states().head(id).segment()).isEqualTo(branch.segment().id());
    assertThat(history(id, TurnRange.ALL))
        .extracting(TurnRecord::state)
        .containsExactlyElementsOf(branch.turns().stream().map(t -> t.state().id()).toList());
    assertThat(simulations().lineage(id)).isEqualTo(branch.lineage());
  }

  /** That the adapter finds nothing wrong with a simulation's rows. */
  final void assertSound(SimulationId id) {
    assertThat(persistence.audit().bookkeeping(id)).isEmpty();
    try (Stream<AuditedTurn> turns = persistence.audit().turns(id, TurnRange.ALL)) {
      assertThat(turns).allSatisfy(turn -> assertThat(turn.defects()).isEmpty());
    }
  }
}
