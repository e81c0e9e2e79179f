package dev.stateline.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of a JSON Patch (RFC 6902, section 4).
 *
 * @param place the JSON Pointer of the operation in its patch
 * @param path the target location, as it is written
 * @param from the source of a move or copy; empty text otherwise
 * @param value of an add, replace or test; null otherwise
 */
record PatchOperation(Kind kind, String place, String path, String from, JsonNode value) {

  enum Kind {
    ADD,
    REMOVE,
    REPLACE,
    MOVE,
    COPY,
    TEST;

    private boolean hasFrom() {
      return this == MOVE || this == COPY;
    }

    private boolean hasValue() {
      return this == ADD || this == REPLACE || this == TEST;
    }

    private static Optional<Kind> of(String name) {
      return switch (name) {
        case "add" -> Optional.of(ADD);
        case "remove" -> Optional.of(REMOVE);
        case "replace" -> Optional.of(REPLACE);
        case "move" -> Optional.of(MOVE);
        case "copy" -> Optional.of(COPY);
        case "test" -> Optional.of(TEST);
        default -> Optional.empty();
      };
    }
  }

  /**
   * @param index of the operation in its patch, from 0
   * @throws InvalidInputException if RFC 6902 knows no such operation
   */
  static PatchOperation of(JsonNode json, int index) {
    String place = "/" + index;
    if (!json.isObject()) {
      throw invalid(place, "is not an object");
    }
    String name = text(json, place, "op");
    Kind kind =
        Kind.of(name)
            .orElseThrow(
                () -> invalid(place, "has the unknown op \"" + Refusal.printable(name) + "\""));
    if (kind.hasValue() && !json.has("value")) {
      throw invalid(place, "(" + name + ") has no member \"value\"");
    }
    return new PatchOperation(
        kind,
        place,
        text(json, place, "path"),
        kind.hasFrom() ? text(json, place, "from") : "",
        kind.hasValue() ? json.get("value") : null);
  }

  PointerPath pathTokens() {
    return tokens(path);
  }

  PointerPath fromTokens() {
    return tokens(from);
  }

  private PointerPath tokens(String pointer) {
    try {
      return PointerPath.parse(pointer);
    } catch (InvalidInputException fault) {
      throw new InvalidInputException(
          ErrorCode.INVALID_DOCUMENT,
          "the operation at " + place + " of the patch is not valid: " + fault.getMessage(),
          fault);
    }
  }

  /** The operation is right in itself, and yet the document does not allow it. */
  InvalidInputException refused(String why) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "the patch does not apply, at its operation "
            + place
            + " ("
            + kind.name().toLowerCase(Locale.ROOT)
            + " \""
            + Refusal.printable(path)
            + "\"): "
            + why);
  }

  private static String text(JsonNode json, String place, String member) {
    JsonNode value = json.get(member);
    if (value == null || !value.isTextual()) {
      throw invalid(
          place,
          value == null
              ? "has no member \"" + member + "\""
              : "has a \"" + member + "\" that is not a text");
    }
    return value.textValue();
  }

  private static InvalidInputException invalid(String place, String what) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "the operation at "
            + place
            + " of the patch "
            + what
            + "; write it as RFC 6902 says, for example"
            + " {\"op\":\"replace\",\"path\":\"/a\",\"value\":1}");
  }
}
