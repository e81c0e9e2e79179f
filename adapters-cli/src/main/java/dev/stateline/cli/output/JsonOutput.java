package dev.stateline.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.naming.NameRules;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Prints rows as an array of objects, one on a line. Documents stand in it as they are. */
final class JsonOutput {

  private JsonOutput() {}

  static <T> void print(Writer out, List<Column<T>> columns, Iterable<T> rows) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    json.setCharacterEscapes(new UnprintableEscaped());
    json.setPrettyPrinter(new ObjectALine());
    json.writeStartArray();
    for (T row : rows) {
      write(json, columns, row);
    }
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }

  private static <T> void write(JsonGenerator json, List<Column<T>> columns, T row)
      throws IOException {
    json.writeStartObject();
    for (Column<T> column : columns) {
      json.writeFieldName(column.name());
      write(json, column.value(row));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Optional<Object> value) throws IOException {
    if (value.isEmpty()) {
      json.writeNull();
      return;
    }
    Object found = value.get();
    if (found instanceof Document document) {
      json.writeRawValue(DocumentText.onOneLine(document));
    } else if (found instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (found instanceof Double number) {
      json.writeNumber(number);
    } else if (found instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(found.toString());
    }
  }

  private static final class ObjectALine extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      json.writeRaw(values == 0 ? "]" : "\n]");
    }
  }

  /** The escapes that JSON demands, and of every character that could play tricks on a terminal. */
  private static final class UnprintableEscaped extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7F] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
      return NameRules.isPrintable(ch) || Character.isSurrogate((char) ch)
          ? null
          : new SerializedString(String.format("\\u%04x", ch));
    }
  }
}
