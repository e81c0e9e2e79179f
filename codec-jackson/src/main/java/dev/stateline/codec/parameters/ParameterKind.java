package dev.stateline.codec.parameters;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be given for one parameter, and what becomes of it. */
interface ParameterKind {

  /**
   * What was given as a value of the component's type; empty if it is of another kind.
   *
   * @param given a number, text, boolean, list or map; null for JSON's null
   */
  Optional<Object> read(Object given);

  /** The other way: what would have to be given for a value. */
  default Object write(Object value) {
    return value;
  }

  /** What may be given, for people. */
  String words();

  /** Empty for a type that no parameter can have. */
  static Optional<ParameterKind> of(Type type, Parameter parameter) {
    if (type == int.class || type == Integer.class) {
      return Optional.of(Whole.of(parameter, Integer.MIN_VALUE, Integer.MAX_VALUE, true));
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(Whole.of(parameter, -Whole.EXACT, Whole.EXACT, false));
    }
    if (type == double.class || type == Double.class) {
      return Optional.of(new Real(parameter.min(), parameter.max()));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(new Plain(Boolean.class, "true or false"));
    }
    if (type == String.class) {
      return Optional.of(new Plain(String.class, "text"));
    }
    if (type instanceof Class<?> choice && choice.isEnum()) {
      return Optional.of(new Choice(choice));
    }
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? of(list.getActualTypeArguments()[0], parameter).map(Several::new)
        : Optional.empty();
  }

  /** A range in words; nothing where there are no bounds. */
  private static String range(double min, double max) {
    if (Double.isInfinite(max)) {
      return Double.isInfinite(min) ? "" : " of " + number(min) + " or more";
    }
    return Double.isInfinite(min)
        ? " of " + number(max) + " or less"
        : " from " + number(min) + " to " + number(max);
  }

  private static String number(double bound) {
    return bound == StrictMath.rint(bound) && Math.abs(bound) <= Whole.EXACT
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }

  /** A whole number; one that is written as 3.0 is 3 in a document. */
  record Whole(double min, double max, String words, boolean isInt) implements ParameterKind {

    /** Beyond it, documents do not tell whole numbers apart. */
    static final long EXACT = (1L << 53) - 1;

    static Whole of(Parameter parameter, double least, double greatest, boolean isInt) {
      return new Whole(
          Math.max(least, parameter.min()),
          Math.min(greatest, parameter.max()),
          "a whole number" + range(parameter.min(), parameter.max()),
          isInt);
    }

    @Override
    public Optional<Object> read(Object given) {
      return Real.within(given, min, max)
          .filter(value -> value == StrictMath.rint(value))
          .map(value -> isInt ? (Object) value.intValue() : (Object) value.longValue());
    }
  }

  /** A number. */
  record Real(double min, double max) implements ParameterKind {

    static Optional<Double> within(Object given, double min, double max) {
      return given instanceof Number number
          ? Optional.of(number.doubleValue()).filter(value -> value >= min && value <= max)
          : Optional.empty();
    }

    @Override
    public Optional<Object> read(Object given) {
      return within(given, min, max).map(Object.class::cast);
    }

    @Override
    public String words() {
      return "a number" + range(min, max);
    }
  }

  /** What is in a document as it is in Java. */
  record Plain(Class<?> type, String words) implements ParameterKind {

    @Override
    public Optional<Object> read(Object given) {
      return Optional.ofNullable(given).filter(type::isInstance);
    }
  }

  /** A constant of an enum, by its name in lower case. */
  record Choice(Class<?> type) implements ParameterKind {

    @Override
    public Optional<Object> read(Object given) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> write(constant).equals(given))
          .findFirst()
          .map(Object.class::cast);
    }

    @Override
    public Object write(Object value) {
      return ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String words() {
      return "one of "
          + String.join(
              ", ",
              Arrays.stream(type.getEnumConstants())
                  .map(this::write)
                  .map(String.class::cast)
                  .toList());
    }
  }

  /** A list of values of one kind. */
  record Several(ParameterKind each) implements ParameterKind {

    @Override
    public Optional<Object> read(Object given) {
      if (!(given instanceof List<?> list)) {
        return Optional.empty();
      }
      List<Object> values = new ArrayList<>();
      for (Object element : list) {
        Optional<Object> value = each.read(element);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
      return Optional.of(List.copyOf(values));
    }

    @Override
    public Object write(Object value) {
      return ((List<?>) value).stream().map(each::write).toList();
    }

    @Override
    public String words() {
      return "a list, each of it " + each.words();
    }
  }
}
