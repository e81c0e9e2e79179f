package dev.stateline.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.domain.document.Document;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Prints rows as comma-separated values under a line of names; an absent value is an empty field.
 */
final class CsvOutput {

  private CsvOutput() {}

  static <T> void print(Writer out, List<Column<T>> columns, Iterable<T> rows) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(column -> schema.addColumn(column.name()));
    CsvGenerator csv = new CsvFactory().createGenerator(out);
    csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    csv.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
    csv.setSchema(schema.build());
    writeNames(csv, columns);
    for (T row : rows) {
      write(csv, columns, row);
    }
    csv.close();
  }

  private static <T> void writeNames(CsvGenerator csv, List<Column<T>> columns) throws IOException {
    csv.writeStartObject();
    for (Column<T> column : columns) {
      csv.writeFieldName(column.name());
      csv.writeString(PrintableText.of(column.csvName()));
    }
    csv.writeEndObject();
  }

  private static <T> void write(CsvGenerator csv, List<Column<T>> columns, T row)
      throws IOException {
    csv.writeStartObject();
    for (Column<T> column : columns) {
      csv.writeFieldName(column.name());
      write(csv, column.value(row));
    }
    csv.writeEndObject();
  }

  private static void write(CsvGenerator csv, Optional<Object> value) throws IOException {
    if (value.isEmpty()) {
      csv.writeNull();
      return;
    }
    Object found = value.get();
    if (found instanceof Document document) {
      csv.writeString(DocumentText.onOneLine(document));
    } else if (found instanceof Double number) {
      csv.writeNumber(number);
    } else if (found instanceof Number number) {
      csv.writeNumber(number.longValue());
    } else {
      csv.writeString(PrintableText.of(found.toString()));
    }
  }
}
