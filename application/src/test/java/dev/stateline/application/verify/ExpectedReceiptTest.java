package dev.stateline.application.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.application.manager.StateManager;
import dev.stateline.application.testworld.Town;
import dev.stateline.application.testworld.TownRules;
import dev.stateline.application.testworld.TownStore;
import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.time.TurnNumber;
import dev.stateline.domain.turn.ChainHash;
import dev.stateline.domain.turn.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedReceiptTest {

  private static final int LAST = 6;

  private final TownStore store = new TownStore();
  private final SimulationId town = store.played("town", LAST).id();

  @AfterEach
  void close() {
    store.close();
  }

  static IntStream turns() {
    return IntStream.rangeClosed(0, LAST);
  }

  private VerificationReport verify(Optional<Receipt> expected) {
    return store.stateline.verifier().verify(town, expected, turn -> {});
  }

  private Receipt receipt(int turn) {
    return new Receipt(
        new TurnNumber(turn),
        new ChainHash(Sha256.parse(store.chain(town).get(turn))),
        TownRules.PROVENANCE.hash());
  }

  @ParameterizedTest
  @MethodSource("turns")
  void a_history_with_the_expected_receipt_is_clean(int turn) {
    assertThat(verify(Optional.of(receipt(turn))).isClean()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("turns")
  void a_receipt_with_another_chain_hash_is_a_mismatch(int turn) {
    Receipt other =
        new Receipt(
            new TurnNumber(turn),
            new ChainHash(Sha256.ofUtf8("other")),
            TownRules.PROVENANCE.hash());

    VerificationReport report = verify(Optional.of(other));

    assertThat(report.isClean()).isFalse();
    assertThat(report.defects()).isEmpty();
    assertThat(report.mismatch())
        .contains("turn " + turn + " has another chain hash than the receipt");
  }

  @Test
  void a_receipt_of_another_provenance_is_a_mismatch() {
    Receipt other = new Receipt(new TurnNumber(3), receipt(3).chainHash(), Sha256.ofUtf8("other"));

    VerificationReport report = verify(Optional.of(other));

    assertThat(report.isClean()).isFalse();
    assertThat(report.mismatch().orElseThrow()).contains("turn 3", "another provenance");
  }

  @Test
  void a_receipt_beyond_the_end_is_a_mismatch() {
    Receipt later =
        new Receipt(
            new TurnNumber(LAST + 1), receipt(LAST).chainHash(), TownRules.PROVENANCE.hash());

    assertThat(verify(Optional.of(later)).mismatch())
        .contains("the history ends before turn " + (LAST + 1));
  }

  @Test
  void a_history_that_was_computed_anew_throughout_is_found_by_the_receipt_only() {
    Receipt kept = receipt(LAST);
    try (TownStore forged = new TownStore()) {
      try (StateManager<Town> manager = forged.stateline.create(TownRules.spec("town"))) {
        manager.addState(TownRules.turn(new Town(0, 1_000_000, List.of()), 1));
        TownStore.play(manager, LAST - 1);
      }
      SimulationId id = forged.stateline.simulations().find("town").id();
      Verifier verifier = forged.stateline.verifier();

      assertThat(verifier.verify(id, Optional.empty(), turn -> {}).isClean()).isTrue();
      assertThat(verifier.verify(id, Optional.of(kept), turn -> {}).mismatch()).isPresent();
    }
  }
}
