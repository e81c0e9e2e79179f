package dev.stateline.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.PersistenceFixture.Capability;
import dev.stateline.testkit.PersistenceSuite;
import dev.stateline.testkit.sample.SampleRun;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two openings at a time: of one database where the fixture declares {@link Capability#SHARED}, of
 * one each where it does not.
 */
public abstract class SharingContract extends PersistenceSuite {

  private Persistence second;

  @BeforeEach
  final void openSecond() {
    second = fixture.open();
  }

  @AfterEach
  final void closeSecond() {
    second.close();
  }

  @Test
  void a_commit_shows_through_the_other_opening_if_the_database_is_shared() {
    SampleRun run = run("world").commit(2);
    if (isShared()) {
      assertThat(second.states().head(run.id())).isEqualTo(states().head(run.id()));
      run.commit(1);
      assertThat(second.states().stateAt(run.id(), run.head().turn())).isEqualTo(run.head());
    } else {
      assertThat(second.simulations().list(Optional.empty(), 10)).isEmpty();
    }
  }

  @Test
  void a_name_is_taken_for_the_other_opening_if_the_database_is_shared() {
    created("world");
    if (isShared()) {
      assertRefused(
          ErrorCode.NAME_TAKEN,
          () -> second.simulations().create(samples.simulation("world").build()));
    } else {
      Simulation other = second.simulations().create(samples.simulation("world").build());
      assertThat(simulations().find(other.id())).isEmpty();
    }
  }

  @Test
  void a_writer_stands_in_the_way_of_the_other_opening_if_the_database_is_shared() {
    SampleRun run = run("world").commit(1);
    if (isShared()) {
      assertRefused(
          ErrorCode.WRITER_PRESENT,
          SampleRun.WRITER,
          () -> second.writers().open(run.id(), BOB, TakeOver.REFUSE));
      assertThat(second.writers().isAlive(run.id())).isTrue();
      run.session().close();
      assertThat(second.writers().isAlive(run.id())).isFalse();
      try (WriterSession next = second.writers().open(run.id(), BOB, TakeOver.REFUSE)) {
        assertThat(next.epoch()).isEqualTo(run.epoch().next());
      }
    } else {
      assertRefused(
          ErrorCode.SIMULATION_NOT_FOUND,
          () -> second.writers().open(run.id(), BOB, TakeOver.REFUSE));
    }
  }

  @Test
  void an_opening_for_reading_tells_all_and_changes_nothing_if_the_database_is_shared() {
    SampleRun run = run("world").commit(1);
    try (Persistence reading = fixture.openForReading()) {
      if (isShared()) {
        assertThat(reading.states().head(run.id())).isEqualTo(states().head(run.id()));
        assertThat(reading.writers().isAlive(run.id())).isTrue();
        run.session().close();
        assertThat(reading.writers().isAlive(run.id())).isFalse();
        assertRefused(
            ErrorCode.DATABASE_UNUSABLE,
            () -> reading.writers().open(run.id(), BOB, TakeOver.REFUSE));
      } else {
        assertThat(reading.simulations().list(Optional.empty(), 10)).isEmpty();
      }
    }
  }

  @Test
  void a_writer_may_be_taken_over_through_the_other_opening_if_the_database_is_shared() {
    SampleRun run = run("world").commit(1);
    if (isShared()) {
      WriterSession next = second.writers().open(run.id(), BOB, TakeOver.FORCE);
      assertRefused(ErrorCode.WRITER_FENCED, BOB, () -> states().append(run.next().build()));
      second.states().append(samples.turnAfter(run.head(), next.epoch()).build());
      run.session().close();
      assertThat(simulations().find(run.id()).flatMap(Simulation::writer)).contains(BOB);
    } else {
      run.commit(1);
      assertUnchanged(run);
    }
  }

  @Test
  @Timeout(60)
  void two_openings_that_write_at_once_lose_nothing() throws Exception {
    SampleRun one = run("one");
    SampleRun two = SampleRun.begin(samples, second, samples.simulation("two").build());
    Race<SampleRun> race = Race.of(2, i -> () -> (i == 0 ? one : two).commit(50));
    assertThat(race.lost()).isEmpty();
    assertUnchanged(one);
    assertThat(second.states().head(two.id()).state()).isEqualTo(two.head().ref());
    if (isShared()) {
      assertUnchanged(two);
    }
  }

  @Test
  void closing_one_opening_leaves_the_other_open() {
    SampleRun run = run("world").commit(1);
    second.close();
    run.commit(1);
    assertUnchanged(run);
  }

  private boolean isShared() {
    return declares(Capability.SHARED);
  }
}
