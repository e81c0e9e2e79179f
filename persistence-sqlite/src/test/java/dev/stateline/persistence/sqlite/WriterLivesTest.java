package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stateline.application.control.StopSignal;
import dev.stateline.application.transfer.Transfer;
import dev.stateline.application.transfer.TransferListener;
import dev.stateline.application.transfer.TransferResult;
import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.commit.WriterIdentity;
import dev.stateline.domain.error.ConflictException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A living writer stands in the way, a dead one does not; the operating system knows which is
 * which.
 */
class WriterLivesTest {

  private static final WriterIdentity ME = new WriterIdentity("this process");

  @TempDir Path folder;

  private Path file;
  private SimulationId id;
  private Persistence persistence;

  @BeforeEach
  void a_simulation_exists() {
    file = folder.resolve("world.db");
    persistence = SqliteFixture.open(file, AccessMode.READ_WRITE);
    id = persistence.simulations().create(new Samples().simulation("world").build()).id();
  }

  @AfterEach
  void close() {
    persistence.close();
  }

  @Test
  void a_writer_in_another_process_stands_in_the_way_and_is_named() throws Exception {
    WriterProcess other = WriterProcess.start(file, "world");
    try {
      assertThatThrownBy(() -> open(TakeOver.REFUSE))
          .isInstanceOfSatisfying(
              ConflictException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT);
                assertThat(e.holder()).contains("the other process");
              });
    } finally {
      other.kill();
    }
  }

  @Test
  void a_reader_tells_a_living_writer_from_a_killed_one() throws Exception {
    WriterProcess other = WriterProcess.start(file, "world");
    try (Persistence reader = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThat(reader.writers().isAlive(id)).isTrue();
      assertThat(persistence.writers().isAlive(id)).isTrue();
      other.kill();
      assertThat(reader.writers().isAlive(id)).isFalse();
      assertThat(reader.simulations().find(id).orElseThrow().writer()).isPresent();
    } finally {
      other.kill();
    }
  }

  @Test
  void asking_for_a_writer_neither_makes_the_lock_file_nor_drops_a_lock() throws Exception {
    Path locks = folder.resolve("world.db-writers");
    persistence.close();
    Files.delete(locks);
    try (Persistence reader = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      assertThat(reader.writers().isAlive(id)).isFalse();
      assertThat(locks).doesNotExist();
      persistence = SqliteFixture.open(file, AccessMode.READ_WRITE);
      try (WriterSession session = open(TakeOver.REFUSE)) {
        assertThat(reader.writers().isAlive(id)).isTrue();
        assertThatThrownBy(() -> WriterProcess.start(file, "world"))
            .isInstanceOf(IllegalStateException.class);
        assertThat(session.epoch().value()).isEqualTo(1);
      }
    }
  }

  @Test
  void an_import_under_way_is_named_and_not_offered_to_be_taken_over() {
    List<Throwable> refusals = new ArrayList<>();
    try (Persistence target =
        SqliteFixture.open(folder.resolve("target.db"), AccessMode.READ_WRITE)) {
      TransferListener beside =
          new TransferListener() {
            @Override
            public void began(Simulation simulation, TurnNumber there) {
              refusals.add(catchThrowable(() -> target.imports().discard(id)));
            }

            @Override
            public void copied(Simulation simulation, TurnNumber turn) {}

            @Override
            public void ended(TransferResult result) {}
          };
      new Transfer(persistence, target, ME).copyAll(beside, new StopSignal());
    }
    assertThat(refusals)
        .singleElement()
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITER_PRESENT))
        .extracting(Throwable::getMessage)
        .isEqualTo("simulation 'world' is being imported by this process; wait for it");
  }

  @Test
  void a_killed_writer_does_not_stand_in_the_way() throws Exception {
    WriterProcess.start(file, "world").kill();
    try (WriterSession session = open(TakeOver.REFUSE)) {
      assertThat(session.epoch().value()).isEqualTo(2);
    }
  }

  @Test
  void who_took_over_stands_in_the_way_of_others_even_when_the_former_writer_dies()
      throws Exception {
    WriterProcess other = WriterProcess.start(file, "world");
    try (WriterSession session = open(TakeOver.FORCE)) {
      other.kill();
      assertThatThrownBy(() -> open(TakeOver.REFUSE))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("this process");
      assertThat(session.epoch().value()).isEqualTo(2);
    }
  }

  @Test
  void opening_and_closing_the_database_again_does_not_drop_a_writers_lock() throws Exception {
    try (WriterSession session = open(TakeOver.REFUSE)) {
      SqliteFixture.open(file, AccessMode.READ_WRITE).close();
      assertThatThrownBy(() -> WriterProcess.start(file, "world"))
          .isInstanceOf(IllegalStateException.class);
      assertThat(session.epoch().value()).isEqualTo(1);
    }
  }

  @Test
  void opening_and_closing_the_database_again_does_not_drop_sqlites_locks() throws Exception {
    SqliteFixture.open(file, AccessMode.READ_WRITE).close();
    assertThat(LockProbeProcess.run(file)).isEqualTo("held");
  }

  @Test
  void a_link_to_the_database_leads_to_the_same_writers() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
    try (WriterSession session = open(TakeOver.REFUSE);
        Persistence other = SqliteFixture.open(link, AccessMode.READ_WRITE)) {
      assertThatThrownBy(() -> other.writers().open(id, ME, TakeOver.REFUSE))
          .isInstanceOf(ConflictException.class);
      assertThat(session.epoch().value()).isEqualTo(1);
    }
  }

  private WriterSession open(TakeOver takeOver) {
    return persistence.writers().open(id, ME, takeOver);
  }
}
