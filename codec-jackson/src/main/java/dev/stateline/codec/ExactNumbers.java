package dev.stateline.codec;

import dev.stateline.codec.internal.text.EcmaScriptNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers wider than a double, and what may become of them. */
final class ExactNumbers {

  private ExactNumbers() {}

  /**
   * The double that an integer literal stands for. It must be the very same number; or the literal
   * is the shortest text of its double, as canonical documents have it (18446744073709552000).
   *
   * @throws Refusal if the number would change
   */
  static double ofLiteral(BigInteger literal) {
    double value = literal.doubleValue();
    if (Double.isInfinite(value)) {
      throw Refusal.ofBeyondDouble(literal.toString());
    }
    if (!new BigDecimal(value).toBigIntegerExact().equals(literal)
        && !readsBackAs(new BigDecimal(literal), value)) {
      throw Refusal.ofInexact(literal.toString(), EcmaScriptNumber.text(value));
    }
    return value;
  }

  /**
   * The double whose shortest text says the same number: what a typed value needs in order to be
   * decoded again as it was.
   *
   * @throws Refusal if there is none
   */
  static double ofTyped(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw Refusal.ofBeyondDouble(number.toString());
    }
    if (!readsBackAs(number, value)) {
      throw Refusal.ofInexact(number.toString(), EcmaScriptNumber.text(value));
    }
    return value;
  }

  private static boolean readsBackAs(BigDecimal number, double value) {
    return new BigDecimal(EcmaScriptNumber.text(value)).compareTo(number) == 0;
  }
}
