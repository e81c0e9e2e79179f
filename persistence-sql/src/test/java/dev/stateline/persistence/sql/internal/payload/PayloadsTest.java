package dev.stateline.persistence.sql.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.PersistenceSettings;
import dev.stateline.domain.turn.Content;
import dev.stateline.persistence.sql.dialect.DamagedColumnException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {

  private static final String COLUMN = "turns.state_payload";
  private static final int TURN = 13;

  private final Payloads compressing = payloads(true, false);
  private final Document large = document("\"" + "turn after turn ".repeat(50) + "\"");
  private final Document small = document("{\"x\":1}");

  private static Payloads payloads(boolean compress, boolean queryable) {
    return new Payloads(
        PersistenceSettings.at(Map.of(), AccessMode.READ_WRITE)
            .compressStates(compress)
            .queryable(queryable)
            .build());
  }

  private static Document document(String json) {
    return Document.ofCanonical(json.getBytes(StandardCharsets.UTF_8));
  }

  private static StoredDocument stored(EncodedDocument encoded) {
    return new StoredDocument(
        COLUMN,
        TURN,
        encoded.encoding().number(),
        encoded.size(),
        encoded.hash(),
        encoded.payload());
  }

  @Test
  void what_was_encoded_is_decoded_to_the_same_document() throws Exception {
    for (Payloads payloads : new Payloads[] {compressing, payloads(false, true)}) {
      for (Document document : new Document[] {large, small}) {
        assertThat(payloads.content(stored(payloads.encode(document))))
            .isEqualTo(Content.of(document));
      }
    }
  }

  @Test
  void only_what_gains_by_it_is_compressed() {
    assertThat(compressing.encode(large).encoding()).isEqualTo(Encoding.ZSTD);
    assertThat(compressing.encode(small).encoding()).isEqualTo(Encoding.PLAIN);
    assertThat(payloads(false, false).encode(large).encoding()).isEqualTo(Encoding.PLAIN);
  }

  @Test
  void a_projection_comes_along_only_where_it_is_asked_for() {
    assertThat(compressing.encode(small).payload().projection()).isNull();
    assertThat(payloads(true, true).encode(small).payload().projection().text())
        .isEqualTo("{\"x\":1}");
  }

  @Test
  void a_pruned_document_is_absent_and_not_damaged() throws Exception {
    Content content =
        compressing.content(
            new StoredDocument(
                COLUMN, TURN, Encoding.PRUNED.number(), large.size(), large.hash(), null));
    assertThat(content).isEqualTo(Content.pruned(large.hash()));
  }

  @Test
  void a_payload_beside_the_mark_of_pruning_is_damage() {
    refused(
        new StoredDocument(
            COLUMN,
            TURN,
            Encoding.PRUNED.number(),
            small.size(),
            small.hash(),
            compressing.encode(small).payload()),
        "pruned");
  }

  @Test
  void a_missing_payload_is_damage() {
    refused(new StoredDocument(COLUMN, TURN, 0, 7, small.hash(), null), "the payload is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void an_empty_payload_is_damage(int encoding) {
    refused(
        new StoredDocument(COLUMN, TURN, encoding, 7, small.hash(), new Payload(new byte[0])), "");
  }

  @Test
  void an_unknown_encoding_is_damage() {
    refused(
        new StoredDocument(COLUMN, TURN, 99, 7, small.hash(), new Payload(small.bytes())),
        "unknown encoding 99");
  }

  @Test
  void a_row_that_does_not_say_size_or_hash_is_damage() {
    Payload payload = new Payload(small.bytes());
    refused(new StoredDocument(COLUMN, TURN, 0, null, small.hash(), payload), "does not say");
    refused(new StoredDocument(COLUMN, TURN, 0, 7, null, payload), "does not say");
    refused(new StoredDocument(COLUMN, TURN, null, 7, small.hash(), payload), "does not say");
  }

  @Test
  void no_more_is_unpacked_than_the_row_says() {
    EncodedDocument encoded = compressing.encode(large);
    refused(
        new StoredDocument(
            COLUMN,
            TURN,
            Encoding.ZSTD.number(),
            large.size() - 1,
            large.hash(),
            encoded.payload()),
        "not of the size");
  }

  @Test
  void another_document_than_the_hashed_one_is_damage_unless_verification_asks() throws Exception {
    StoredDocument other =
        new StoredDocument(
            COLUMN, TURN, 0, small.size(), Sha256.ofUtf8("other"), new Payload(small.bytes()));
    refused(other, "does not have the hash");
    assertThat(compressing.decoded(other, Optional.empty())).isEqualTo(Content.of(small));
  }

  @Test
  void every_flipped_bit_of_a_frame_is_damage() {
    EncodedDocument encoded = compressing.encode(large);
    for (int bit = 0; bit < encoded.payload().size() * 8; bit++) {
      byte[] bytes = encoded.payload().bytes().clone();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      StoredDocument flipped =
          new StoredDocument(
              COLUMN, TURN, Encoding.ZSTD.number(), large.size(), large.hash(), new Payload(bytes));
      try {
        // Some bits of a frame's header change nothing of what it holds; the row's seal has them.
        assertThat(compressing.content(flipped)).isEqualTo(Content.of(large));
      } catch (DamagedColumnException e) {
        assertThat(e.column()).isEqualTo(COLUMN);
      }
    }
  }

  /** A document of some length, and others that differ from it and each other in one place. */
  private static Document revision(int number) {
    return document("{\"a\":\"" + "history ".repeat(90) + "\",\"b\":" + number + "}");
  }

  private static StoredDocument stored(int turn, EncodedDocument encoded) {
    return new StoredDocument(
        COLUMN,
        turn,
        encoded.encoding().number(),
        encoded.size(),
        encoded.hash(),
        encoded.payload());
  }

  /** Turn 2 against 1 against 0. */
  private List<StoredDocument> chain() {
    return List.of(
        stored(2, compressing.encode(revision(102), Optional.of(revision(101)))),
        stored(1, compressing.encode(revision(101), Optional.of(revision(100)))),
        stored(0, compressing.encode(revision(100))));
  }

  @Test
  void a_document_that_differs_little_from_its_base_is_stored_as_the_difference() throws Exception {
    List<StoredDocument> chain = chain();
    assertThat(chain)
        .extracting(StoredDocument::encoding)
        .containsExactly(Encoding.DELTA.number(), Encoding.DELTA.number(), Encoding.ZSTD.number());
    assertThat(chain.get(0).payload().size()).isLessThan(20);
    assertThat(compressing.content(chain)).isEqualTo(Content.of(revision(102)));
    assertThat(compressing.decoded(chain.get(0), Optional.of(revision(101))))
        .isEqualTo(Content.of(revision(102)));
  }

  @Test
  void a_document_that_is_nothing_like_its_base_is_stored_whole() {
    assertThat(compressing.encode(large, Optional.of(small)).encoding()).isEqualTo(Encoding.ZSTD);
    assertThat(compressing.encode(small, Optional.of(large)).encoding()).isEqualTo(Encoding.PLAIN);
  }

  @Test
  void damage_of_a_base_is_told_of_the_base() {
    List<StoredDocument> chain = chain();
    StoredDocument base = chain.get(2);
    byte[] whole = revision(999).bytes();
    StoredDocument other =
        new StoredDocument(COLUMN, 0, 0, whole.length, base.hash(), new Payload(whole));
    List<StoredDocument> damaged = List.of(chain.get(0), chain.get(1), other);
    assertThatThrownBy(() -> compressing.content(damaged))
        .isInstanceOf(DamagedColumnException.class)
        .hasMessage(
            COLUMN + ": it is stored as a difference to turn 0, whose state is" + " damaged");
  }

  @Test
  void a_delta_without_its_base_or_against_a_pruned_one_is_damage() {
    List<StoredDocument> chain = chain();
    refused(chain.get(0), "there is no state at the turn");
    StoredDocument pruned =
        new StoredDocument(COLUMN, 1, Encoding.PRUNED.number(), 1, chain.get(1).hash(), null);
    assertThatThrownBy(() -> compressing.content(List.of(chain.get(0), pruned)))
        .isInstanceOf(DamagedColumnException.class)
        .hasMessageContaining("there is no state at the turn");
  }

  @Test
  void every_flipped_bit_of_a_delta_is_damage() throws Exception {
    StoredDocument delta = chain().get(0);
    for (int bit = 0; bit < delta.payload().size() * 8; bit++) {
      byte[] bytes = delta.payload().bytes().clone();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      StoredDocument flipped =
          new StoredDocument(
              COLUMN, 2, delta.encoding(), delta.size(), delta.hash(), new Payload(bytes));
      List<StoredDocument> chain = List.of(flipped, chain().get(1), chain().get(2));
      try {
        // Where the base goes on after the last step does not matter; the row's seal has it.
        assertThat(compressing.content(chain)).isEqualTo(Content.of(revision(102)));
      } catch (DamagedColumnException e) {
        assertThat(e.column()).isEqualTo(COLUMN);
      }
    }
  }

  private void refused(StoredDocument stored, String problem) {
    assertThatThrownBy(() -> compressing.content(stored))
        .isInstanceOfSatisfying(
            DamagedColumnException.class, e -> assertThat(e.column()).isEqualTo(COLUMN))
        .hasMessageContaining(problem);
  }
}
