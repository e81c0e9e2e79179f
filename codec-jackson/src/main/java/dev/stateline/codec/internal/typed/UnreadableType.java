package dev.stateline.codec.internal.typed;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says why documents of a type cannot be read, and which annotation helps. */
public final class UnreadableType {

  private static final int MOST_NAMED = 3;

  private UnreadableType() {}

  /** What is wrong with the type, and what to do. */
  public static String advice(Class<?> type) {
    String name = type.getSimpleName();
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      return name
          + " is "
          + (type.isSealed() ? "sealed" : type.isInterface() ? "an interface" : "abstract")
          + ", and nothing in the document says which class it was; annotate "
          + name
          + " with @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = \"type\") and"
          + " @JsonSubTypes({"
          + subtypes(type)
          + "})";
    }
    return name
        + " has no constructor that takes its members; make it a record, or annotate a constructor"
        + " with @JsonCreator and its parameters with @JsonProperty";
  }

  private static String subtypes(Class<?> type) {
    if (!type.isSealed()) {
      return "@JsonSubTypes.Type(value = ..., name = \"...\")";
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    return Arrays.stream(permitted)
            .limit(MOST_NAMED)
            .map(Class::getSimpleName)
            .map(
                name ->
                    "@JsonSubTypes.Type(value = "
                        + name
                        + ".class, name = \""
                        + name.substring(0, 1).toLowerCase(Locale.ROOT)
                        + name.substring(1)
                        + "\")")
            .collect(Collectors.joining(", "))
        + (permitted.length > MOST_NAMED ? ", ..." : "");
  }
}
