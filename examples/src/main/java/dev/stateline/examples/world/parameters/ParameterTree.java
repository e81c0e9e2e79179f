package dev.stateline.examples.world.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Maps records of numbers, nested, to trees of named values and back: the component {@code
 * startYear} is the member {@code start_year}, a nested record is an object. Every problem of a
 * tree is collected, not only the first.
 */
final class ParameterTree {

  private final List<String> problems = new ArrayList<>();

  /** What was wrong so far, in the order of the records' components. */
  List<String> problems() {
    return problems;
  }

  /**
   * Reads a record; a member that the tree lacks keeps its value of {@code defaults}.
   *
   * @param path the place in the tree, empty or ending in a dot
   * @param defaults null if every member must be there
   */
  <T extends Record> T read(Class<T> type, Map<?, ?> tree, T defaults, String path) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] arguments = new Object[components.length];
    List<String> known = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      known.add(member(components[i]));
      types[i] = components[i].getType();
      Object otherwise = defaults == null ? null : value(components[i], defaults);
      arguments[i] = component(components[i], tree, otherwise, path);
    }
    for (Object name : tree.keySet()) {
      if (!known.contains(name)) {
        problems.add(path + name + " is unknown (known: " + String.join(", ", known) + ")");
      }
    }
    return construct(type, types, arguments);
  }

  private Object component(
      RecordComponent component, Map<?, ?> tree, Object otherwise, String path) {
    String name = member(component);
    Object given = tree.get(name);
    if (component.getType().isRecord()) {
      if (tree.containsKey(name) && !(given instanceof Map)) {
        problems.add(path + name + " must be an object, not " + given);
      }
      Map<?, ?> branch = given instanceof Map<?, ?> map ? map : Map.of();
      return branch(component.getType().asSubclass(Record.class), branch, otherwise, path + name);
    }
    if (given == null && !tree.containsKey(name) && otherwise != null) {
      return otherwise;
    }
    return number(component, given, path + name);
  }

  private <T extends Record> T branch(Class<T> type, Map<?, ?> tree, Object defaults, String path) {
    return read(type, tree, type.cast(defaults), path + ".");
  }

  private Object number(RecordComponent component, Object given, String path) {
    Range range = component.getAnnotation(Range.class);
    boolean whole = component.getType() == int.class;
    double value = given instanceof Number number ? number.doubleValue() : Double.NaN;
    // Written so that NaN is refused too.
    boolean fits = value >= range.min() && value <= range.max();
    if (!fits || (whole && value != StrictMath.rint(value))) {
      problems.add(
          path
              + " must be a "
              + (whole ? "whole number" : "number")
              + " from "
              + text(range.min())
              + " to "
              + text(range.max())
              + ", not "
              + given);
      value = range.min();
    }
    return whole ? (Object) (int) value : (Object) value;
  }

  /** The tree of a record, its names sorted. */
  static SortedMap<String, Object> tree(Record values) {
    SortedMap<String, Object> tree = new TreeMap<>();
    for (RecordComponent component : values.getClass().getRecordComponents()) {
      Object value = value(component, values);
      tree.put(member(component), value instanceof Record nested ? tree(nested) : value);
    }
    return tree;
  }

  private static String member(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String text(double bound) {
    return bound == StrictMath.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static Object value(RecordComponent component, Record from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static <T> T construct(Class<T> type, Class<?>[] types, Object[] arguments) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }
}
