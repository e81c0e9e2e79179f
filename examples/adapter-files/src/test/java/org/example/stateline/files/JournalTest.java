package org.example.stateline.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.commit.TakeOver;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.simulation.Simulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.State;
import dev.stateline.domain.turn.Transition;
import dev.stateline.testkit.sample.SampleRun;
import dev.stateline.testkit.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract cannot know: files that were cut short, and files that somebody changed. */
class JournalTest {

  private final Samples samples = new Samples();

  @TempDir private Path folder;

  private Path journal() {
    return folder.resolve("journal-1");
  }

  private Persistence open(AccessMode mode) {
    return FilesFixture.open(folder, mode);
  }

  private SampleRun written(int turns) {
    try (Persistence files = open(AccessMode.READ_WRITE)) {
      SampleRun run =
          SampleRun.begin(samples, files, samples.simulation("world").build()).commit(turns);
      files.checkpoints().save(samples.checkpoint(run.head(), "mark"));
      return run;
    }
  }

  @Test
  void a_record_that_is_cut_short_at_any_byte_is_as_if_never_written_and_the_run_goes_on()
      throws Exception {
    SampleRun run;
    long before;
    byte[] after;
    try (Persistence files = open(AccessMode.READ_WRITE)) {
      run = SampleRun.begin(samples, files, samples.simulation("world").build()).commit(1);
      before = Files.size(journal());
      run.commit(1);
      after = Files.readAllBytes(journal());
    }
    // The last byte is the seal: without it the record is whole all the same.
    for (int length = (int) before; length < after.length - 1; length++) {
      Files.write(journal(), Arrays.copyOf(after, length));
      try (Persistence files = open(AccessMode.READ_WRITE)) {
        assertThat(files.states().head(run.id()).turn().value()).isEqualTo(1);
        State first = files.states().stateAt(run.id(), run.states().get(1).turn());
        WriterSession session = files.writers().open(run.id(), SampleRun.WRITER, TakeOver.REFUSE);
        files.states().append(samples.turnAfter(first, session.epoch()).build());
        assertThat(files.states().head(run.id()).turn().value()).isEqualTo(2);
        assertThat(files.audit().bookkeeping(run.id())).isEmpty();
      }
    }
  }

  @Test
  void a_record_that_lacks_only_its_seal_is_there() throws Exception {
    SampleRun run = written(2);
    byte[] bytes = Files.readAllBytes(journal());
    Files.write(journal(), Arrays.copyOf(bytes, bytes.length - 1));
    try (Persistence files = open(AccessMode.READ_WRITE)) {
      run = continued(files, run);
      assertThat(files.audit().bookkeeping(run.id())).isEmpty();
      assertThat(files.states().head(run.id()).turn().value()).isEqualTo(3);
    }
  }

  private SampleRun continued(Persistence files, SampleRun run) {
    WriterSession session = files.writers().open(run.id(), SampleRun.WRITER, TakeOver.REFUSE);
    files.states().append(samples.turnAfter(run.head(), session.epoch()).build());
    return run;
  }

  @Test
  void a_changed_byte_is_reported_or_changes_nothing() throws Exception {
    SampleRun run = written(3);
    byte[] bytes = Files.readAllBytes(journal());
    List<Object> whole = all(run);
    int reported = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 0x10;
      Files.write(journal(), changed);
      try {
        assertThat(all(run)).as("byte %d", i).isEqualTo(whole);
      } catch (CorruptDataException e) {
        reported++;
      }
    }
    // All but the seals.
    assertThat(reported).isGreaterThan(bytes.length - 10);
  }

  /** All that can be read of a run, the defects among it reported as an error. */
  private List<Object> all(SampleRun run) {
    try (Persistence files = open(AccessMode.READ_ONLY)) {
      Simulation simulation = files.simulations().find(run.id()).orElseThrow();
      List<Object> all = new ArrayList<>(List.of(simulation));
      files
          .audit()
          .bookkeeping(run.id())
          .forEach(
              defect -> {
                throw new CorruptDataException("world", defect.column(), defect.problem());
              });
      for (State state : run.states()) {
        all.add(files.states().stateAt(run.id(), state.turn()));
        Optional<Transition> transition = files.states().transitionAt(run.id(), state.turn());
        all.add(transition);
      }
      all.addAll(files.checkpoints().list(run.id(), Optional.empty(), 10));
      return all;
    }
  }

  @Test
  void turns_before_the_damage_stay_readable_and_nothing_is_written_behind_it() throws Exception {
    SampleRun run = written(3);
    byte[] bytes = Files.readAllBytes(journal());
    // The third of the run's turns is the third record from the end: checkpoint and closing follow.
    int place = indexOf(bytes, run.states().get(2).chainHash().value());
    bytes[place] ^= 1;
    Files.write(journal(), bytes);
    try (Persistence files = open(AccessMode.READ_WRITE)) {
      State first = run.states().get(1);
      assertThat(files.states().stateAt(run.id(), first.turn())).isEqualTo(first);
      assertThatThrownBy(() -> files.states().stateAt(run.id(), run.head().turn()))
          .isInstanceOf(CorruptDataException.class);
      assertThatThrownBy(() -> files.writers().open(run.id(), SampleRun.WRITER, TakeOver.FORCE))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("nothing from there on can be read");
      assertThat(files.diagnose()).extracting(Finding::grade).contains(Finding.Grade.PROBLEM);
    }
    assertThat(Files.readAllBytes(journal())).isEqualTo(bytes);
  }

  private static int indexOf(byte[] bytes, Sha256 wanted) {
    for (int i = 0; i + 32 <= bytes.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + 32), wanted.bytes())) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no such hash");
  }

  @Test
  void a_document_that_was_changed_is_given_to_the_audit_with_the_hash_that_it_had()
      throws Exception {
    SampleRun run = written(1);
    byte[] bytes = Files.readAllBytes(journal());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("\"population\":101") + "\"population\":".length()] = '2';
    Files.write(journal(), bytes);
    try (Persistence files = open(AccessMode.READ_ONLY);
        Stream<AuditedTurn> turns = files.audit().turns(run.id(), TurnRange.ALL)) {
      AuditedTurn turn = turns.skip(1).findFirst().orElseThrow();
      assertThat(turn.content().flatMap(Content::document).orElseThrow().text())
          .isEqualTo(Samples.city(201).text());
      assertThat(turn.stateHash()).contains(run.head().document().hash());
    }
  }

  @Test
  void a_folder_that_is_not_there_is_not_found_and_made_only_by_who_may_make_it() {
    Path absent = folder.resolve("absent");
    for (AccessMode mode : List.of(AccessMode.READ_ONLY, AccessMode.READ_WRITE_EXISTING)) {
      assertThatThrownBy(() -> FilesFixture.open(absent, mode))
          .isInstanceOfSatisfying(
              StatelineException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_NOT_FOUND));
    }
    assertThat(absent).doesNotExist();
  }

  @Test
  void whoever_reads_only_writes_nothing() {
    SampleRun run = written(1);
    try (Persistence files = open(AccessMode.READ_ONLY)) {
      assertThatThrownBy(() -> files.writers().open(run.id(), SampleRun.WRITER, TakeOver.REFUSE))
          .isInstanceOfSatisfying(
              StatelineException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNUSABLE));
    }
  }

  @Test
  void a_thread_that_was_interrupted_breaks_nothing() {
    try (Persistence files = open(AccessMode.READ_WRITE)) {
      SampleRun run = SampleRun.begin(samples, files, samples.simulation("world").build());
      Thread.currentThread().interrupt();
      run.commit(1);
      assertThat(Thread.interrupted()).isTrue();
      run.commit(1);
      assertThat(files.states().head(run.id()).turn().value()).isEqualTo(2);
    }
  }
}
