package dev.stateline.codec.internal.typed;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.stateline.codec.internal.text.PrintableText;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a document does not fit a type, or a type no document, in the words of the document and the
 * type.
 */
public final class Misfit {

  private static final int SHOWN = 60;
  private static final Pattern VARIANT_MEMBER = Pattern.compile("type id property '([^']*)'");
  private static final Pattern VARIANTS = Pattern.compile("known type ids = (\\[[^\\]]*\\])");

  private Misfit() {}

  /**
   * What the mapper met on reading.
   *
   * @param found the canonical text of what stands at the place; empty if nothing does
   */
  public static String of(JsonMappingException fault, Optional<String> found) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return "there is no such member; there are "
          + (unknown.getKnownPropertyIds() == null
              ? "none"
              : new TreeSet<>(unknown.getKnownPropertyIds()));
    }
    if (fault instanceof InvalidTypeIdException variant) {
      return variant(variant);
    }
    if (fault instanceof ValueInstantiationException refused) {
      return name(refused.getType()) + " refuses it: " + thrown(refused);
    }
    if (fault instanceof InvalidDefinitionException type && !isOfTheJdk(type.getType())) {
      return definition(type);
    }
    return mismatch(fault, found);
  }

  /** What the mapper met on writing. */
  public static String ofEncoding(JsonMappingException fault) {
    if (String.valueOf(fault.getOriginalMessage()).startsWith("Null key")) {
      return "a key of the map is null, and every member has a name";
    }
    if (fault instanceof InvalidDefinitionException type) {
      return type.getOriginalMessage().startsWith("No serializer")
          ? name(type.getType()) + " has no members that could be written"
          : definition(type);
    }
    return fault.getCause() == null
        ? PrintableText.of(String.valueOf(fault.getOriginalMessage()))
        : thrown(fault);
  }

  /** Whether the type itself is at fault: no document of it can be read. */
  public static boolean isOfType(InvalidDefinitionException fault) {
    return fault.getCause() == null
        && !isOfTheJdk(fault.getType())
        && !String.valueOf(fault.getOriginalMessage()).contains(NamedTypesOnly.ADVICE);
  }

  /** Those can be made: the document is at fault. */
  private static boolean isOfTheJdk(JavaType type) {
    return type != null && (type.isArrayType() || type.getRawClass().getName().startsWith("java."));
  }

  private static String variant(InvalidTypeIdException fault) {
    String base = name(fault.getBaseType());
    if (fault.getTypeId() == null) {
      Matcher member = VARIANT_MEMBER.matcher(fault.getOriginalMessage());
      return "the member"
          + (member.find() ? " \"" + member.group(1) + "\"" : "")
          + " is missing, which says what kind of "
          + base
          + " it is";
    }
    Matcher known = VARIANTS.matcher(fault.getOriginalMessage());
    return "there is no "
        + base
        + " called \""
        + PrintableText.of(fault.getTypeId())
        + "\""
        + (known.find() ? "; there are " + known.group(1) : "");
  }

  private static String definition(InvalidDefinitionException fault) {
    String told = String.valueOf(fault.getOriginalMessage());
    if (told.contains(NamedTypesOnly.ADVICE)) {
      return PrintableText.of(told);
    }
    return unmade(name(fault.getType()));
  }

  private static String unmade(String type) {
    return "nothing says how "
        + type
        + " is made from a document; make it a record, or annotate it with @JsonCreator, or, if it"
        + " is an interface, with @JsonTypeInfo and @JsonSubTypes";
  }

  private static String mismatch(JsonMappingException fault, Optional<String> found) {
    String told = String.valueOf(fault.getOriginalMessage());
    if (told.startsWith("Missing")) {
      return "it is missing";
    }
    if (told.startsWith("Trailing")) {
      return "there is more text after the value";
    }
    Optional<Class<?>> target = target(fault);
    if (told.startsWith("Cannot deserialize Map key")
        && fault instanceof InvalidFormatException key) {
      return "the name \""
          + PrintableText.of(String.valueOf(key.getValue()))
          + "\" stands where "
          + target.map(TypeInWords::of).orElse("another")
          + " is a name";
    }
    String wanted = target.map(TypeInWords::of).orElse("a value of another kind");
    String there = found.map(Misfit::kind).orElse("nothing");
    if (wanted.startsWith(there)) {
      return there.equals("a list")
          ? "an element of the list does not fit"
          : unmade(target.map(Class::getSimpleName).orElse("the type"));
    }
    return there + " stands where " + wanted + " belongs";
  }

  private static Optional<Class<?>> target(JsonMappingException fault) {
    if (fault instanceof MismatchedInputException mismatch) {
      return Optional.ofNullable(mismatch.getTargetType());
    }
    if (fault instanceof InvalidDefinitionException type) {
      return Optional.ofNullable(type.getType()).map(JavaType::getRawClass);
    }
    return fault.getCause() instanceof InputCoercionException coercion
        ? Optional.ofNullable(coercion.getTargetType())
        : Optional.empty();
  }

  private static String kind(String found) {
    return switch (found.charAt(0)) {
      case '{' -> "an object";
      case '[' -> "a list";
      case '"' -> "the text " + shown(found);
      default -> shown(found);
    };
  }

  private static String shown(String found) {
    return PrintableText.of(found.length() > SHOWN ? found.substring(0, SHOWN) + "..." : found);
  }

  /** The words of the code that threw, or if it had none, what it threw. */
  private static String thrown(Throwable fault) {
    Throwable first = fault;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String words = first.getMessage();
    return words == null || words.isBlank()
        ? first.getClass().getSimpleName()
        : PrintableText.of(words);
  }

  private static String name(JavaType type) {
    return type == null ? "the type" : type.getRawClass().getSimpleName();
  }
}
