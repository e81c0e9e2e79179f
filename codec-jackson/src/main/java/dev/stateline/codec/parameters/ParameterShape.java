package dev.stateline.codec.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The components of a record by their names in documents: {@code startYear} is start_year. */
final class ParameterShape {

  private final Class<? extends Record> type;
  private final Map<String, RecordComponent> components = new LinkedHashMap<>();

  ParameterShape(Class<? extends Record> type) {
    this.type = type;
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      components.put(Normalizer.normalize(name, Normalizer.Form.NFC), component);
    }
  }

  /** In the order of the record. */
  Map<String, RecordComponent> components() {
    return components;
  }

  /** The shape of a component that is a record itself. */
  static ParameterShape of(RecordComponent component) {
    return new ParameterShape(component.getType().asSubclass(Record.class));
  }

  /**
   * @throws ParameterDefect if the component can be no parameter
   */
  static Parameter parameter(RecordComponent component) {
    Parameter parameter = component.getAnnotation(Parameter.class);
    if (parameter == null) {
      throw new ParameterDefect(component, "has no @Parameter; say what it means there");
    }
    return parameter;
  }

  /**
   * @throws ParameterDefect if no parameter can be of the component's type
   */
  static ParameterKind kind(RecordComponent component) {
    return ParameterKind.of(component.getGenericType(), parameter(component))
        .orElseThrow(
            () ->
                new ParameterDefect(
                    component,
                    "is a "
                        + component.getGenericType().getTypeName()
                        + "; a parameter is an int, long, double, boolean, String, enum, List of"
                        + " these, or a record of parameters"));
  }

  /**
   * @throws RuntimeException whatever the record's constructor throws
   */
  Record construct(Object[] values) {
    Class<?>[] types =
        components.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refusal
          ? refusal
          : new IllegalStateException("cannot make " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type.getName(), e);
    }
  }

  /** The values of a record as they would be given, sorted by name. */
  SortedMap<String, Object> tree(Record values) {
    SortedMap<String, Object> tree = new TreeMap<>();
    components.forEach((name, component) -> tree.put(name, written(component, values)));
    return tree;
  }

  private static Object written(RecordComponent component, Record values) {
    Object value = value(component, values);
    return value instanceof Record nested
        ? of(component).tree(nested)
        : kind(component).write(value);
  }

  private static Object value(RecordComponent component, Record from) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
