package dev.stateline.application.history;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.CheckpointName;
import dev.stateline.domain.time.TurnNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A turn as people name it: {@code N@T}, where N is a simulation's name or id prefix, and T a
 * number, {@code head}, {@code head~3} (three turns before the head) or a checkpoint's name.
 * Without {@code @T} it is the head.
 *
 * @param simulation what stands before the {@code @}
 * @param turn which of its turns
 */
public record TurnReference(String simulation, Place turn) {

  static final String HEAD = "head";

  private static final String FORMS =
      "a turn is a number from 0, head, head~3 (three turns before the head) or a checkpoint's"
          + " name";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");
  private static final int MOST_DIGITS = 18;
  private static final Pattern BACK = Pattern.compile("head~(0|[1-9][0-9]{0,8})");

  /** A turn of a simulation that is not known yet. */
  public sealed interface Place permits Numbered, BeforeHead, Named {}

  /** The turn of this number. */
  public record Numbered(TurnNumber turn) implements Place {}

  /**
   * A turn counted back from the head.
   *
   * @param turns 0 for the head itself
   */
  public record BeforeHead(int turns) implements Place {}

  /** The turn that a checkpoint names. */
  public record Named(CheckpointName checkpoint) implements Place {}

  public TurnReference {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(turn, "turn");
  }

  /**
   * @throws InvalidInputException if the text has no simulation, or what stands after the {@code @}
   *     names no turn
   */
  public static TurnReference parse(String text) {
    int at = text.lastIndexOf('@');
    if (text.isEmpty() || at == 0) {
      throw new InvalidInputException(
          "the reference lacks the simulation before the @; write for example world@12");
    }
    if (at < 0) {
      return new TurnReference(text, new BeforeHead(0));
    }
    return new TurnReference(text.substring(0, at), place(text.substring(at + 1)));
  }

  /**
   * A turn alone, in the words that stand after {@code @} elsewhere.
   *
   * @throws InvalidInputException if the text names no turn
   */
  public static Place place(String text) {
    if (text.isEmpty()) {
      throw new InvalidInputException("no turn is named; " + FORMS);
    }
    if (text.equals(HEAD)) {
      return new BeforeHead(0);
    }
    Matcher back = BACK.matcher(text);
    if (back.matches()) {
      return new BeforeHead(Integer.parseInt(back.group(1)));
    }
    return number(text).<Place>map(Numbered::new).orElseGet(() -> new Named(checkpoint(text)));
  }

  private static CheckpointName checkpoint(String text) {
    try {
      return new CheckpointName(text);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.code(), "'" + text + "' is no turn; " + FORMS, e);
    }
  }

  private static Optional<TurnNumber> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    long value = text.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    if (value > TurnNumber.MAX_VALUE) {
      throw new InvalidInputException(
          "a turn is a number from 0 to " + TurnNumber.MAX_VALUE + ", not " + text);
    }
    return Optional.of(new TurnNumber((int) value));
  }
}
