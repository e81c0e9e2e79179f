package dev.stateline.domain.naming;

import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.time.TurnNumber;
import java.util.regex.Pattern;

/**
 * What people call a checkpoint; unique in a simulation. It can stand after {@code @}, so it is not
 * {@code head} and not all digits.
 *
 * @param value 1 to {@value NameRules#MAX_LENGTH} printable characters, none of {@code @ ~ /}; kept
 *     and compared in Unicode's normalization form C
 */
public record CheckpointName(String value) {

  private static final Pattern AUTOMATIC = Pattern.compile("auto-[0-9]+");

  /**
   * @throws InvalidInputException if it breaks the rules
   */
  public CheckpointName {
    value = NameRules.name("checkpoint name", value);
    if (value.equals("head") || value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new InvalidInputException(
          "a checkpoint cannot be named '" + value + "': after @ that means a turn");
    }
  }

  /** Whether an automatic checkpoint of some turn has this name. */
  public boolean isAutomatic() {
    return AUTOMATIC.matcher(value).matches();
  }

  /** The name that an automatic checkpoint of this turn gets. */
  public static CheckpointName automatic(TurnNumber turn) {
    return new CheckpointName("auto-" + turn);
  }

  @Override
  public String toString() {
    return value;
  }
}
