package dev.stateline.persistence.sql.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import dev.stateline.persistence.sql.internal.payload.Encoding;
import dev.stateline.persistence.sql.internal.payload.Payload;
import dev.stateline.persistence.sql.internal.payload.Payloads;
import dev.stateline.persistence.sql.internal.payload.StoredDocument;
import dev.stateline.persistence.sql.internal.turn.KnownStates.Known;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownStatesTest {

  private static final long MEGABYTE = 1L << 20;
  private static final SimulationId ONE = new SimulationId(new UUID(0, 1));
  private static final SimulationId OTHER = new SimulationId(new UUID(0, 2));

  private final Payloads payloads =
      new Payloads(PersistenceSettings.of(Map.of(), AccessMode.READ_ONLY));
  private final KnownStates states = new KnownStates(payloads, MEGABYTE);

  @AfterEach
  void close() {
    payloads.close();
  }

  private static Document document(int size) {
    return Document.ofTrusted(
        ("\"" + "x".repeat(size - 2) + "\"").getBytes(StandardCharsets.UTF_8));
  }

  private static StoredDocument row(int turn, Document document, Encoding encoding) {
    Payload payload = encoding == Encoding.PLAIN ? new Payload(document.bytes()) : null;
    return new StoredDocument(
        "turns.state_payload", turn, encoding.number(), document.size(), document.hash(), payload);
  }

  private void add(int turn, Document document) throws DamagedColumnException {
    add(states, turn, document);
  }

  private static void add(KnownStates to, int turn, Document document)
      throws DamagedColumnException {
    to.content(ONE, List.of(row(turn, document, Encoding.PLAIN)), Optional.empty());
  }

  private Optional<Document> nearest(SimulationId simulation, int turn) {
    return states.nearest(simulation, new TurnNumber(turn)).map(Known::document);
  }

  @Test
  void a_turn_is_found_or_else_what_it_is_likely_made_of() throws DamagedColumnException {
    Document keyframe = document(100);
    Document base = document(110);
    Document wanted = document(120);
    add(64, keyframe);
    add(68, base);
    add(70, wanted);
    assertThat(nearest(ONE, 70)).contains(wanted);
    assertThat(nearest(ONE, 71)).contains(wanted);
    assertThat(nearest(ONE, 69)).contains(base);
    assertThat(nearest(ONE, 67)).contains(keyframe);
    assertThat(nearest(ONE, 63)).isEmpty();
    assertThat(nearest(ONE, 128)).isEmpty();
    assertThat(nearest(OTHER, 70)).isEmpty();
  }

  @Test
  void only_a_row_that_names_its_hash_and_brings_nothing_stands_for_it()
      throws DamagedColumnException {
    Document document = document(100);
    add(3, document);
    Known known = states.nearest(ONE, new TurnNumber(3)).orElseThrow();
    assertThat(known.isNamedBy(row(3, document, Encoding.ZSTD))).isTrue();
    assertThat(known.isNamedBy(row(3, document(101), Encoding.ZSTD))).isFalse();
    assertThat(known.isNamedBy(row(3, document, Encoding.PLAIN))).isFalse();
    assertThat(known.isNamedBy(row(3, document, Encoding.PRUNED))).isFalse();
  }

  @Test
  void what_was_forgotten_is_not_found_unless_it_was_read_anew() throws DamagedColumnException {
    add(3, document(100));
    Known former = states.nearest(ONE, new TurnNumber(3)).orElseThrow();
    add(3, document(101));
    states.forget(former);
    assertThat(nearest(ONE, 3)).contains(document(101));
    states.forget(states.nearest(ONE, new TurnNumber(3)).orElseThrow());
    assertThat(nearest(ONE, 3)).isEmpty();
  }

  @Test
  void all_together_are_no_more_than_they_may_be() throws DamagedColumnException {
    for (int turn = 0; turn < 100; turn++) {
      add(64 * turn, document(100_000));
    }
    long kept = IntStream.range(0, 100).filter(t -> nearest(ONE, 64 * t).isPresent()).count();
    assertThat(kept).isBetween(1L, 10L);
  }

  @Test
  void without_room_nothing_is_kept() throws DamagedColumnException {
    KnownStates none = new KnownStates(payloads, 0);
    add(none, 0, document(100));
    assertThat(none.nearest(ONE, TurnNumber.ZERO)).isEmpty();
  }
}
