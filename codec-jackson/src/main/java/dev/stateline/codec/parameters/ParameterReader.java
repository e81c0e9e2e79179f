package dev.stateline.codec.parameters;

import dev.stateline.domain.naming.NearestWord;
import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one document into records; every problem of it is collected, not only the first. */
final class ParameterReader {

  private static final int LONGEST_SHOWN = 100;

  private final Map<String, Object> defaults;
  private final Set<String> places;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param defaults the default of each parameter that has one, by its place
   * @param places those of all parameters
   */
  ParameterReader(Map<String, Object> defaults, Set<String> places) {
    this.defaults = defaults;
    this.places = places;
  }

  /** What was wrong, in the order of the records' components. */
  List<String> problems() {
    return problems;
  }

  /**
   * Reads a record; a member that the tree lacks takes its default.
   *
   * @param path the place in the tree, empty or ending in a dot
   * @return null if there was a problem
   */
  Record read(ParameterShape shape, Map<?, ?> tree, String path) {
    int before = problems.size();
    Map<String, Object> members = members(tree, path);
    List<Object> values = new ArrayList<>();
    shape
        .components()
        .forEach((name, component) -> values.add(component(component, members, name, path + name)));
    for (String name : members.keySet()) {
      if (!shape.components().containsKey(name)) {
        unknown(name, shape.components().keySet(), path);
      }
    }
    return problems.size() > before ? null : construct(shape, values, path);
  }

  /** The members by their composed names: two forms of one name (Unicode's NFC, NFD) are one. */
  private Map<String, Object> members(Map<?, ?> tree, String path) {
    Map<String, Object> members = new LinkedHashMap<>();
    tree.forEach(
        (name, value) -> {
          String composed = Normalizer.normalize(name.toString(), Normalizer.Form.NFC);
          if (members.containsKey(composed)) {
            problems.add(path + composed + " is given twice, in two forms of Unicode");
          }
          members.put(composed, value);
        });
    return members;
  }

  private Record construct(ParameterShape shape, List<Object> values, String path) {
    try {
      return shape.construct(values.toArray());
    } catch (RuntimeException refusal) {
      String where = path.isEmpty() ? "" : path.substring(0, path.length() - 1) + ": ";
      problems.add(where + Optional.ofNullable(refusal.getMessage()).orElse(refusal.toString()));
      return null;
    }
  }

  private Object component(
      RecordComponent component, Map<String, Object> tree, String name, String place) {
    Object given = tree.get(name);
    if (component.getType().isRecord()) {
      if (tree.containsKey(name) && !(given instanceof Map)) {
        problems.add(place + " must be an object, not " + shown(given));
        return null;
      }
      Map<?, ?> branch = given instanceof Map<?, ?> map ? map : Map.of();
      return read(ParameterShape.of(component), branch, place + ".");
    }
    if (tree.containsKey(name)) {
      return value(ParameterShape.kind(component), given, place);
    }
    if (!defaults.containsKey(place)) {
      problems.add(place + " is missing; it has no default");
    }
    return defaults.get(place);
  }

  private Object value(ParameterKind kind, Object given, String place) {
    Optional<Object> value = kind.read(given);
    if (value.isEmpty()) {
      problems.add(place + " must be " + kind.words() + ", not " + shown(given));
    }
    return value.orElse(null);
  }

  private void unknown(String name, Set<String> siblings, String path) {
    problems.add(
        (name.isEmpty() ? path + "\"\"" : path + cut(name))
            + " is unknown"
            + meant(name, siblings, path)
                .map(place -> "; did you mean " + place + "?")
                .orElse(" (known: " + String.join(", ", siblings) + ")"));
  }

  /** A parameter beside it with nearly that name, or one elsewhere with exactly that name. */
  private Optional<String> meant(String name, Set<String> siblings, String path) {
    return Optional.of(siblings)
        .filter(some -> !some.isEmpty())
        .map(some -> NearestWord.to(name, some))
        .filter(near -> NearestWord.isNear(name, near))
        .map(near -> path + near)
        .or(() -> places.stream().filter(place -> place.endsWith("." + name)).findFirst());
  }

  private static String shown(Object given) {
    if (given instanceof Map) {
      return "an object";
    }
    return given instanceof String text ? "\"" + cut(text) + "\"" : cut(String.valueOf(given));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
  }
}
