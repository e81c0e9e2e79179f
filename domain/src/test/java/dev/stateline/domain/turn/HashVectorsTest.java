package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.time.SimulatedTime;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vectors of {@code docs/reference/hashing.md}, computed there without this code. */
class HashVectorsTest {

  private static final Document STATE_0 = document("{\"year\":1992}");
  private static final Document STATE_1 = document("{\"year\":1993}");
  private static final String CHAIN_0 =
      "22d99f96921f1473c1f3d5ec2d23d1ed6ed32569445d975f650d25d72cd1137f";
  private static final String TRANSITION_1 =
      "fc801050356a8cdc32dae422b5a2df76bbbc2f548a4901786136e7929e232d09";

  @Test
  void a_document_has_the_hash_of_its_bytes() {
    assertThat(STATE_0.hash().hex())
        .isEqualTo("3bb64a8a15a860e6a71978802ae4884da75336b30f5000b123834ba398d3de4a");
  }

  @Test
  void turn_0_begins_the_chain() {
    assertThat(ChainHash.initial(time("1992-01-01T00:00:00Z"), STATE_0.hash()).hex())
        .isEqualTo(CHAIN_0);
  }

  @Test
  void a_transition_has_the_hash_of_its_two_documents() {
    Document actions =
        TurnLog.ofActions(List.of(new Action("FRA", "invest", document("{\"share\":0.02}"))));
    Document outcomes = TurnLog.ofOutcomes(List.of());
    assertThat(actions.hash().hex())
        .isEqualTo("a5996bdbcae4fe02ad240ce18e7fdfd0d7c0447e23ce47b4be198dc90d54635d");
    assertThat(outcomes.hash().hex())
        .isEqualTo("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
    assertThat(Transition.hash(actions.hash(), outcomes.hash()).hex()).isEqualTo(TRANSITION_1);
  }

  @Test
  void turn_1_follows_in_the_chain() {
    assertThat(
            new ChainHash(Sha256.parse(CHAIN_0))
                .next(
                    new TurnNumber(1),
                    time("1993-01-01T00:00:00Z"),
                    STATE_1.hash(),
                    Sha256.parse(TRANSITION_1))
                .hex())
        .isEqualTo("37c800efd920cca6adfe18769d2fbad42e2c4eb9ba055f2125aa2658394d0580");
  }

  @Test
  void provenance_has_the_hash_of_engine_configuration_and_seed() {
    assertThat(
            new Provenance("world", "1", document("{\"start_year\":1992}").hash(), 42).hash().hex())
        .isEqualTo("8eb363f4ecf05258988f365a4cca23743dc0db3bc3e6df230ffc101225478f8e");
  }

  private static Optional<SimulatedTime> time(String text) {
    return Optional.of(new SimulatedTime(Instant.parse(text)));
  }

  private static Document document(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
