package dev.stateline.application.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.Stateline;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.commit.Committed;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.TurnCommit;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.domain.turn.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagerRollbackTest {

  private final TownStore store = new TownStore();
  private final Unreliable unreliable = new Unreliable(store.persistence);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_rollback_that_fails_leaves_a_head_and_a_state_that_belong_together() {
    Simulation town = store.played("town", 5);
    try (StateManager<Town> manager =
        Stateline.builder()
            .persistence(unreliable)
            .clock(store.clock)
            .ids(store.ids)
            .build()
            .open(town.id(), TownRules.FORMAT, TownRules.PROVENANCE, TakeOver.REFUSE)) {
      unreliable.readFails = true;

      assertThatThrownBy(
              () -> manager.rollbackTo(new TurnNumber(2), new SimulationName("town before")))
          .isInstanceOf(UnavailableException.class);

      assertThat(manager.currentState()).isEqualTo(manager.stateAt(manager.head().turn()));
      TownStore.play(manager, 1);
      assertThat(manager.currentState().year()).isEqualTo(manager.head().turn().value());
    }
  }

  /** A database whose next read of a state finds the connection lost. */
  private static final class Unreliable implements Persistence, StatePersistencePort {

    private final Persistence reliable;
    private boolean readFails;

    Unreliable(Persistence reliable) {
      this.reliable = reliable;
    }

    @Override
    public State stateAt(SimulationId id, TurnNumber turn) {
      if (readFails) {
        readFails = false;
        throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "the connection is lost");
      }
      return reliable.states().stateAt(id, turn);
    }

    @Override
    public Head head(SimulationId id) {
      return reliable.states().head(id);
    }

    @Override
    public Committed append(TurnCommit commit) {
      return reliable.states().append(commit);
    }

    @Override
    public Optional<Transition> transitionAt(SimulationId id, TurnNumber turn) {
      return reliable.states().transitionAt(id, turn);
    }

    @Override
    public Stream<TurnRecord> history(SimulationId id, TurnRange range) {
      return reliable.states().history(id, range);
    }

    @Override
    public String description() {
      return reliable.description();
    }

    @Override
    public SimulationPort simulations() {
      return reliable.simulations();
    }

    @Override
    public StatePersistencePort states() {
      return this;
    }

    @Override
    public WriterPort writers() {
      return reliable.writers();
    }

    @Override
    public BranchPort branches() {
      return reliable.branches();
    }

    @Override
    public CheckpointPort checkpoints() {
      return reliable.checkpoints();
    }

    @Override
    public AuditPort audit() {
      return reliable.audit();
    }

    @Override
    public List<Finding> diagnose() {
      return reliable.diagnose();
    }

    @Override
    public void close() {
      reliable.close();
    }
  }
}
