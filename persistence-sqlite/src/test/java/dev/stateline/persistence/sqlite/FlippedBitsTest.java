package dev.stateline.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.verify.Verifier;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.StatelineException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.simulation.ListedSimulation;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.testkit.sample.SampleDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single bits of a database file are flipped, at random: each is told, or nothing that is covered
 * differs; and what is read is never another state than was written. {@code scripts/prove-damage}
 * flips more of them.
 */
class FlippedBitsTest {

  /** What became of a flip. */
  private enum Fate {
    /** Verification, or opening, says so. */
    TOLD,
    /** Every value of every table is as it was. */
    SLACK,
    /** Only what docs/reference/storage.md lists as not covered differs. */
    NOT_COVERED
  }

  private static final String FLIPS = System.getProperty("stateline.damage.flips", "120");
  private static final String SEED = System.getProperty("stateline.damage.seed", "9");

  @TempDir Path folder;

  private byte[] original;
  private Path file;
  private Map<String, Document> written;
  private List<String> content;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void every_flipped_bit_is_told_or_changes_nothing_that_is_covered() throws IOException {
    file = folder.resolve("damaged.db");
    try (Persistence persistence = SqliteFixture.create(file)) {
      SampleDatabase.in(persistence);
    }
    original = Files.readAllBytes(file);
    content = content();
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      written = states(persistence);
    }
    Random random = new Random(Long.parseLong(SEED));
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    for (int i = 0; i < Integer.parseInt(FLIPS); i++) {
      fates.merge(flip(random.nextInt(original.length), random.nextInt(8)), 1, Integer::sum);
    }
    System.out.println("flipped bits: " + fates);
    assertThat(fates).containsKeys(Fate.TOLD, Fate.SLACK);
  }

  private Fate flip(int at, int bit) throws IOException {
    byte[] damaged = original.clone();
    damaged[at] ^= (byte) (1 << bit);
    for (String beside : List.of("-wal", "-shm")) {
      Files.deleteIfExists(Path.of(file + beside));
    }
    Files.write(file, damaged);
    try (Persistence persistence = SqliteFixture.open(file, AccessMode.READ_ONLY)) {
      boolean isTold = !new Verifier(persistence).verifyAll(s -> {}).isClean();
      assertThat(written)
          .as("bit %s of byte %s", bit, at)
          .containsAllEntriesOf(states(persistence));
      if (isTold) {
        return Fate.TOLD;
      }
    } catch (StatelineException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Fate.TOLD;
    }
    List<String> now = content();
    assertThat(covered(now)).as("bit %s of byte %s", bit, at).isEqualTo(covered(content));
    return now.equals(content) ? Fate.SLACK : Fate.NOT_COVERED;
  }

  /** By simulation and turn, every state that can be read. */
  private static Map<String, Document> states(Persistence persistence) {
    Map<String, Document> states = new TreeMap<>();
    for (ListedSimulation listed : looked(persistence)) {
      for (int turn = 0; turn <= 5; turn++) {
        String place = listed.id() + "@" + turn;
        stateAt(persistence, listed.id(), turn).ifPresent(state -> states.put(place, state));
      }
    }
    return states;
  }

  private static List<ListedSimulation> looked(Persistence persistence) {
    try {
      return persistence.simulations().look(Optional.empty(), 9);
    } catch (CorruptDataException e) {
      return List.of();
    }
  }

  private static Optional<Document> stateAt(Persistence persistence, SimulationId id, int turn) {
    try {
      return Optional.of(persistence.states().stateAt(id, new TurnNumber(turn)).document());
    } catch (CorruptDataException | NotFoundException e) {
      return Optional.empty();
    }
  }

  /** Every value of every table that SQLite finds, a line for each row. */
  private List<String> content() {
    RawFile raw = new RawFile(file);
    List<String> lines = new ArrayList<>();
    for (String table :
        raw.ask(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                + " ORDER BY name")) {
      lines.addAll(rows(raw, table));
    }
    raw.ask("SELECT quote(name) || quote(sql) FROM sqlite_schema ORDER BY name")
        .forEach(line -> lines.add("sqlite_schema: " + line));
    return lines;
  }

  private static List<String> rows(RawFile raw, String table) {
    String values =
        String.join(
            " || '|' || ",
            raw.ask("SELECT 'quote(' || name || ')' FROM pragma_table_info('" + table + "')"));
    try {
      return raw.ask("SELECT " + values + " FROM " + table + " NOT INDEXED").stream()
          .map(line -> table + ": " + line)
          .toList();
    } catch (IllegalStateException e) {
      // The name of a column is no text any more.
      return List.of(table + ": cannot be read");
    }
  }

  /** The change log's rows and the texts of definitions are not covered, nor are writers. */
  private static List<String> covered(List<String> content) {
    return content.stream()
        .filter(line -> !line.startsWith("DATABASECHANGELOG") && !line.startsWith("sqlite_"))
        .map(line -> line.startsWith("heads: ") ? line.replaceAll("[|][^|]*$", "") : line)
        .toList();
  }
}
