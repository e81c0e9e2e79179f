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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {

  private static final String COLUMN = "turns.state_payload";

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
        COLUMN, encoded.encoding().number(), encoded.size(), encoded.hash(), encoded.payload());
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
            new StoredDocument(COLUMN, Encoding.PRUNED.number(), large.size(), large.hash(), null));
    assertThat(content).isEqualTo(Content.pruned(large.hash()));
  }

  @Test
  void a_payload_beside_the_mark_of_pruning_is_damage() {
    refused(
        new StoredDocument(
            COLUMN,
            Encoding.PRUNED.number(),
            small.size(),
            small.hash(),
            compressing.encode(small).payload()),
        "pruned");
  }

  @Test
  void a_missing_payload_is_damage() {
    refused(new StoredDocument(COLUMN, 0, 7, small.hash(), null), "the payload is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void an_empty_payload_is_damage(int encoding) {
    refused(new StoredDocument(COLUMN, encoding, 7, small.hash(), new Payload(new byte[0])), "");
  }

  @Test
  void an_unknown_encoding_is_damage() {
    refused(
        new StoredDocument(COLUMN, 99, 7, small.hash(), new Payload(small.bytes())),
        "unknown encoding 99");
  }

  @Test
  void a_row_that_does_not_say_size_or_hash_is_damage() {
    Payload payload = new Payload(small.bytes());
    refused(new StoredDocument(COLUMN, 0, null, small.hash(), payload), "does not say");
    refused(new StoredDocument(COLUMN, 0, 7, null, payload), "does not say");
    refused(new StoredDocument(COLUMN, null, 7, small.hash(), payload), "does not say");
  }

  @Test
  void no_more_is_unpacked_than_the_row_says() {
    EncodedDocument encoded = compressing.encode(large);
    refused(
        new StoredDocument(
            COLUMN, Encoding.ZSTD.number(), large.size() - 1, large.hash(), encoded.payload()),
        "not of the size");
  }

  @Test
  void another_document_than_the_hashed_one_is_damage_unless_verification_asks() throws Exception {
    StoredDocument other =
        new StoredDocument(
            COLUMN, 0, small.size(), Sha256.ofUtf8("other"), new Payload(small.bytes()));
    refused(other, "does not have the hash");
    assertThat(compressing.decoded(other)).isEqualTo(Content.of(small));
  }

  @Test
  void every_flipped_bit_of_a_frame_is_damage() {
    EncodedDocument encoded = compressing.encode(large);
    for (int bit = 0; bit < encoded.payload().size() * 8; bit++) {
      byte[] bytes = encoded.payload().bytes().clone();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      StoredDocument flipped =
          new StoredDocument(
              COLUMN, Encoding.ZSTD.number(), large.size(), large.hash(), new Payload(bytes));
      try {
        // Some bits of a frame's header change nothing of what it holds; the row's seal has them.
        assertThat(compressing.content(flipped)).isEqualTo(Content.of(large));
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
