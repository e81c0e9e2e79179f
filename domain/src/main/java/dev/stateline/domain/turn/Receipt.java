package dev.stateline.domain.turn;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person keeps to check a history later: turn, chain hash and provenance hash. The same run
 * has the same receipt on every adapter and machine. Printed as {@code turn:chain:provenance}.
 */
public record Receipt(TurnNumber turn, ChainHash chainHash, Sha256 provenanceHash) {

  private static final Pattern FORM =
      Pattern.compile("(0|[1-9][0-9]{0,9}):([0-9a-f]{64}):([0-9a-f]{64})");

  public Receipt {
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(chainHash, "chainHash");
    Objects.requireNonNull(provenanceHash, "provenanceHash");
  }

  /**
   * Reads the printed form.
   *
   * @throws InvalidInputException if the text is anything else
   */
  public static Receipt parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches() || Long.parseLong(m.group(1)) > TurnNumber.MAX_VALUE) {
      throw new InvalidInputException(
          ErrorCode.INVALID_VALUE,
          "a receipt is TURN:CHAIN_HASH:PROVENANCE_HASH (a number and twice 64 hex digits)",
          ErrorDetails.NONE.with(Remedy.GIVE_RECEIPT),
          null);
    }
    return new Receipt(
        new TurnNumber(Integer.parseInt(m.group(1))),
        new ChainHash(Sha256.parse(m.group(2))),
        Sha256.parse(m.group(3)));
  }

  @Override
  public String toString() {
    return turn + ":" + chainHash + ":" + provenanceHash;
  }
}
