package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Vectors beside those of {@code docs/reference/hashing.md}. Texts and hashes were made with
 * another program: JSON written by hand, and SHA-256 by Python's hashlib.
 */
class HashPreimageVectorsTest {

  private static final Document STATE_0 = document("{\"population\":1000}");
  private static final Document STATE_1 = document("{\"population\":1001}");
  private static final Document ACTIONS =
      document("[{\"actor\":\"mayor\",\"document\":{\"houses\":3},\"kind\":\"build\"}]");
  private static final Document OUTCOMES = Document.EMPTY_ARRAY;

  private static final String STATE_0_HASH =
      "332cffa066c390c0e5081138008b32050af049329e521258b1c581ac1e76c190";
  private static final String STATE_1_HASH =
      "a9f84991ce9ddbebef3eaff5e8d346abf8cbbd78c80c1ca81ba8d26c29127aa2";
  private static final String ACTIONS_HASH =
      "6791925aef728c5226221cb623b4b9adf9a9607f6fec001e358056fc44488889";
  private static final String OUTCOMES_HASH =
      "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945";
  private static final String TRANSITION_HASH =
      "87429fa0942ef2272a4fa06f8099f6f36cc6a21b9cb40fb1e3c49e73c07be115";
  private static final String CHAIN_0 =
      "b5afb392df9fa9f7960259f6c2ccb85f258fbdc3860a8b4fe50e84bb548bb705";
  private static final String CHAIN_1 =
      "4d1a2443c2c289e0e3a69011e7689ca791e5b6b3b327235899d46049360d6258";
  private static final String CHAIN_0_WITHOUT_TIME =
      "5add85be5b8a0fbabf7fb49e389dfb61c90f75c10b196c34b488acd9268491e6";
  private static final String PROVENANCE_HASH =
      "afa0b0e49e81495ae67068c1184b7900300ad78fce088af199197eac768cac66";

  private static final String TRANSITION_TEXT =
      "{\"actions_hash\":\""
          + ACTIONS_HASH
          + "\",\"format\":\"stateline/transition/1\",\"outcomes_hash\":\""
          + OUTCOMES_HASH
          + "\"}";
  private static final String CHAIN_0_TEXT =
      "{\"format\":\"stateline/chain/1\",\"parent_chain_hash\":null,"
          + "\"simulated_time\":\"1992-01-01T00:00:00Z\",\"state_hash\":\""
          + STATE_0_HASH
          + "\",\"transition_hash\":null,\"turn\":0}";
  private static final String CHAIN_1_TEXT =
      "{\"format\":\"stateline/chain/1\",\"parent_chain_hash\":\""
          + CHAIN_0
          + "\",\"simulated_time\":\"1993-01-01T00:00:00Z\",\"state_hash\":\""
          + STATE_1_HASH
          + "\",\"transition_hash\":\""
          + TRANSITION_HASH
          + "\",\"turn\":1}";
  private static final String CHAIN_0_WITHOUT_TIME_TEXT =
      "{\"format\":\"stateline/chain/1\",\"parent_chain_hash\":null,"
          + "\"simulated_time\":null,\"state_hash\":\""
          + STATE_0_HASH
          + "\",\"transition_hash\":null,\"turn\":0}";
  private static final String PROVENANCE_TEXT =
      "{\"configuration_hash\":"
          + "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
          + "\"engine_name\":\"world\",\"engine_version\":\"1.0\","
          + "\"format\":\"stateline/provenance/1\",\"seed\":\"-42\"}";

  private static Document document(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<SimulatedTime> at(String time) {
    return Optional.of(new SimulatedTime(Instant.parse(time)));
  }

  @Test
  void the_hash_of_a_document_is_that_of_its_bytes() {
    assertThat(STATE_0.hash()).hasToString(STATE_0_HASH);
    assertThat(STATE_1.hash()).hasToString(STATE_1_HASH);
    assertThat(ACTIONS.hash()).hasToString(ACTIONS_HASH);
    assertThat(OUTCOMES.hash()).hasToString(OUTCOMES_HASH);
  }

  @Test
  void the_hash_of_a_transition_covers_actions_and_outcomes() {
    assertThat(Transition.hash(ACTIONS.hash(), OUTCOMES.hash())).hasToString(TRANSITION_HASH);
  }

  @Test
  void the_chain_hash_of_turn_0_covers_time_and_state() {
    assertThat(ChainHash.initial(at("1992-01-01T00:00:00Z"), STATE_0.hash())).hasToString(CHAIN_0);
  }

  @Test
  void the_chain_hash_of_a_later_turn_covers_the_chain_before_it_and_the_transition() {
    ChainHash before = ChainHash.initial(at("1992-01-01T00:00:00Z"), STATE_0.hash());

    assertThat(
            before.next(
                new TurnNumber(1),
                at("1993-01-01T00:00:00Z"),
                STATE_1.hash(),
                Transition.hash(ACTIONS.hash(), OUTCOMES.hash())))
        .hasToString(CHAIN_1);
  }

  @Test
  void the_chain_hash_of_a_world_without_time_has_null_in_its_place() {
    assertThat(ChainHash.initial(Optional.empty(), STATE_0.hash()))
        .hasToString(CHAIN_0_WITHOUT_TIME);
  }

  @Test
  void the_hash_of_a_provenance_covers_all_of_it() {
    assertThat(new Provenance("world", "1.0", Document.EMPTY_OBJECT.hash(), -42).hash())
        .hasToString(PROVENANCE_HASH);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        TRANSITION_HASH + "|" + TRANSITION_TEXT,
        CHAIN_0 + "|" + CHAIN_0_TEXT,
        CHAIN_1 + "|" + CHAIN_1_TEXT,
        CHAIN_0_WITHOUT_TIME + "|" + CHAIN_0_WITHOUT_TIME_TEXT,
        PROVENANCE_HASH + "|" + PROVENANCE_TEXT
      })
  void every_hash_is_the_sha_256_of_its_canonical_text(String hash, String text) {
    assertThat(Sha256.ofUtf8(text)).hasToString(hash);
  }

  @Test
  void seeds_beyond_a_json_number_make_different_hashes() {
    Sha256 configuration = Document.EMPTY_OBJECT.hash();

    assertThat(new Provenance("world", "1.0", configuration, Long.MAX_VALUE).hash())
        .isNotEqualTo(new Provenance("world", "1.0", configuration, Long.MAX_VALUE - 1).hash());
  }
}
