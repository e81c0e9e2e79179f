package dev.stateline.domain.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.history.Head;
import dev.stateline.domain.naming.SegmentId;
import dev.stateline.domain.time.TurnNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReceiptTest {

  private static final String A = "a".repeat(64);
  private static final String B = "0123456789abcdef".repeat(4);

  @Property(tries = 200)
  void a_receipt_is_read_back_from_its_printed_form(
      @ForAll @IntRange(max = TurnNumber.MAX_VALUE) int turn,
      @ForAll String chain,
      @ForAll String provenance) {
    Receipt receipt =
        new Receipt(
            new TurnNumber(turn),
            new ChainHash(Sha256.of(chain.getBytes(StandardCharsets.UTF_8))),
            Sha256.of(provenance.getBytes(StandardCharsets.UTF_8)));

    assertThat(Receipt.parse(receipt.toString())).isEqualTo(receipt);
  }

  @Example
  void it_is_printed_as_turn_and_chain_and_provenance() {
    assertThat(new Receipt(new TurnNumber(12), new ChainHash(Sha256.parse(A)), Sha256.parse(B)))
        .hasToString("12:" + A + ":" + B);
  }

  @Example
  void white_space_around_it_does_not_matter() {
    assertThat(Receipt.parse(" 7:" + A + ":" + B + "\n").turn()).isEqualTo(new TurnNumber(7));
  }

  @Example
  void any_other_text_is_refused_with_the_form_that_is_expected() {
    List<String> others =
        List.of(
            "",
            "12",
            "12:" + A,
            ":" + A + ":" + B,
            "-1:" + A + ":" + B,
            "1000000001:" + A + ":" + B,
            "9999999999:" + A + ":" + B,
            "99999999999999999999:" + A + ":" + B,
            "٣:" + A + ":" + B,
            "1:" + A.toUpperCase(Locale.ROOT) + ":" + B,
            "1:" + A + "a:" + B,
            "1:" + A + ":" + B + ":",
            "1:" + A + " :" + B,
            "world:1:" + A + ":" + B,
            "x".repeat(10_000));
    for (String text : others) {
      assertThatThrownBy(() -> Receipt.parse(text))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("TURN:CHAIN_HASH:PROVENANCE_HASH")
          .message()
          .hasSizeLessThan(200);
    }
  }

  @Example
  void a_head_has_a_receipt_of_its_turn() {
    Head head =
        new Head(
            new SegmentId(new UUID(0, 1)),
            new StateRef(
                new SegmentId(new UUID(0, 2)), new TurnNumber(3), new ChainHash(Sha256.parse(A))),
            Sha256.parse(B));

    assertThat(head.receipt()).hasToString("3:" + A + ":" + B);
  }
}
