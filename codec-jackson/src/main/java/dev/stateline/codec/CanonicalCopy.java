package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies one value, token by token, from a Jackson parser of any format to the writer. */
final class CanonicalCopy {

  private CanonicalCopy() {}

  /**
   * @return false if there is no value at all
   * @throws Refusal if a token has no canonical form, or there is more than one value
   */
  static boolean copy(JsonParser parser, CanonicalWriter writer) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      return false;
    }
    while (token != null) {
      if (writer.isComplete()) {
        throw trailing();
      }
      copy(token, parser, writer);
      token = parser.nextToken();
    }
    return true;
  }

  static Refusal trailing() {
    return Refusal.of("there is more text after the value", "give one value only");
  }

  private static void copy(JsonToken token, JsonParser parser, CanonicalWriter writer)
      throws IOException {
    switch (token) {
      case START_OBJECT -> writer.beginObject();
      case END_OBJECT -> writer.endObject();
      case START_ARRAY -> writer.beginArray();
      case END_ARRAY -> writer.endArray();
      case FIELD_NAME -> writer.name(parser.currentName());
      case VALUE_STRING -> writer.string(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser, writer);
      case VALUE_NUMBER_FLOAT -> fraction(parser, writer);
      case VALUE_TRUE -> writer.bool(true);
      case VALUE_FALSE -> writer.bool(false);
      case VALUE_NULL -> writer.nullValue();
      default ->
          writer.refuse(Refusal.of("a value of kind " + token + " is not JSON", "use a string"));
    }
  }

  private static void integer(JsonParser parser, CanonicalWriter writer) throws IOException {
    if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long value = parser.getLongValue();
      if (Math.abs(value) <= CanonicalWriter.MAX_EXACT && value != Long.MIN_VALUE) {
        writer.number(value);
        return;
      }
    }
    writer.literal(parser.getBigIntegerValue());
  }

  private static void fraction(JsonParser parser, CanonicalWriter writer) throws IOException {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      writer.refuse(Refusal.ofBeyondDouble(parser.getText()));
    }
    writer.number(value);
  }
}
