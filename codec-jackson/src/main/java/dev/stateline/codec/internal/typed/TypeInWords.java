package dev.stateline.codec.internal.typed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What JSON a type is written as, in words for people. */
final class TypeInWords {

  private static final List<Class<?>> WHOLE =
      List.of(
          int.class,
          Integer.class,
          OptionalInt.class,
          long.class,
          Long.class,
          OptionalLong.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class);

  private static final List<Class<?>> NUMBERS =
      List.of(
          double.class,
          Double.class,
          OptionalDouble.class,
          float.class,
          Float.class,
          Number.class,
          BigDecimal.class);

  private TypeInWords() {}

  static String of(Class<?> type) {
    if (type == BigInteger.class) {
      return "a whole number";
    }
    if (WHOLE.contains(type)) {
      return "a whole number (" + type.getSimpleName() + ")";
    }
    if (NUMBERS.contains(type)) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == char.class || type == Character.class) {
      return "a text of one character";
    }
    return CharSequence.class.isAssignableFrom(type) ? "a text" : ofLarger(type);
  }

  private static String ofLarger(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    if (type == byte[].class) {
      return "a text in Base64";
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (Map.class.isAssignableFrom(type)) {
      return "an object";
    }
    if (TemporalAccessor.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)) {
      return "a text in the form of ISO 8601 (" + type.getSimpleName() + ")";
    }
    return type.getName().startsWith("java.")
        ? "a text (" + type.getSimpleName() + ")"
        : "an object (" + type.getSimpleName() + ")";
  }
}
