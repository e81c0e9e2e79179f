package org.example.stateline.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationName;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real programs on one folder, one of which is killed. */
@Timeout(60)
class TwoProgramsTest {

  private static final WriterIdentity ME = new WriterIdentity("the test");

  private final Samples samples = new Samples();

  @TempDir private Path folder;

  @Test
  void programs_that_write_at_once_lose_nothing_and_a_killed_one_holds_up_nobody()
      throws Exception {
    try (Persistence files = FilesFixture.open(folder, AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, files, samples.simulation("mine").build());
      Process other = WritingProgram.start(folder);
      int durable;
      try (BufferedReader turns = other.inputReader()) {
        durable = readTo(turns, 1);
        run.commit(200);
        durable = readTo(turns, durable + 200);
        assertThatThrownBy(() -> open(files).close())
            .isInstanceOfSatisfying(
                StatelineException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT));
      } finally {
        other.destroyForcibly().waitFor();
      }

      Simulation killed = find(files);
      assertThat(killed.head().turn().value()).isGreaterThanOrEqualTo(durable);
      try (WriterSession session = open(files)) {
        assertThat(session.epoch()).isEqualTo(killed.epoch().next());
      }
      assertThat(files.states().head(run.id()).state()).isEqualTo(run.head().ref());
      assertThat(turns(files, find(files))).isEqualTo(killed.head().turn().value() + 1);
      assertThat(files.audit().bookkeeping(run.id())).isEmpty();
    }
  }

  private static int readTo(BufferedReader turns, int last) throws IOException {
    int turn = 0;
    while (turn < last) {
      turn = Integer.parseInt(turns.readLine());
    }
    return turn;
  }

  private static Simulation find(Persistence files) {
    return files.simulations().find(new SimulationName("other")).orElseThrow();
  }

  private static WriterSession open(Persistence files) {
    return files.writers().open(find(files).id(), ME, TakeOver.REFUSE);
  }

  private static long turns(Persistence files, Simulation simulation) {
    try (Stream<?> turns = files.states().history(simulation.id(), TurnRange.ALL)) {
      return turns.count();
    }
  }
}
