package dev.stateline.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody's trigger on the turns: it is told as one, and nothing is written. */
public abstract class ForeignTriggers {

  private final Samples samples = new Samples();
  private Persistence persistence;
  private SampleRun run;

  /** A new database, open for writing. */
  protected abstract Persistence open() throws IOException;

  /** As a row is inserted: with an error of this message. */
  protected abstract void refuse(String message);

  /** Before a row is inserted: it is not. */
  protected abstract void ignore();

  /** After a row was inserted: it is deleted again. */
  protected abstract void delete();

  @BeforeEach
  void a_run_of_two_turns() throws IOException {
    persistence = open();
    run = SampleRun.begin(samples, persistence, samples.simulation("world").build());
    run.commit(2);
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  private void requireNothingWritten() {
    assertThat(persistence.states().head(run.id()).turn().value()).isEqualTo(2);
    assertThat(new Verifier(persistence).verify(run.id()).isClean()).isTrue();
  }

  @Test
  void one_that_refuses_is_told_with_its_words() {
    refuse("not on a Sunday");
    assertThatThrownBy(() -> run.commit(1))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessageContaining("has a trigger")
        .hasMessageContaining("that refuses")
        .hasMessageContaining("not on a Sunday")
        .hasMessageContaining("remove it");
    requireNothingWritten();
  }

  @Test
  void one_that_keeps_a_turn_from_being_stored_is_told() {
    ignore();
    assertThatThrownBy(() -> run.commit(1))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE))
        .hasMessage(
            "a trigger or rule on the table 'turns' kept turn 3 from being stored; remove it");
    requireNothingWritten();
  }

  @Test
  void one_that_takes_a_turn_away_is_named_as_what_may_be_the_cause() {
    delete();
    assertThatThrownBy(() -> run.commit(1))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("rows do not fit each other")
        .hasMessageContaining("remove triggers that are not Stateline's");
    requireNothingWritten();
  }
}
