package dev.stateline.cli.look;

import dev.stateline.application.workspace.Metric;
import dev.stateline.cli.output.Column;
import dev.stateline.cli.output.HumanNumber;
import dev.stateline.cli.output.OutputFormat;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A number that was measured as a row of data. */
final class MetricColumns {

  /** For programs: the number as it is. */
  private static final List<Column<Metric>> DATA =
      List.of(
          Column.of("metric", Metric::name),
          Column.of("labels", MetricColumns::labels),
          Column.of("value", MetricColumns::number));

  /** For people: the number in its unit. */
  private static final List<Column<Metric>> TABLE =
      List.of(
          Column.of("metric", Metric::name),
          Column.of("labels", MetricColumns::labelText),
          Column.of("value", MetricColumns::inUnit));

  private MetricColumns() {}

  static List<Column<Metric>> of(OutputFormat format) {
    return format == OutputFormat.TABLE ? TABLE : DATA;
  }

  private static Document labels(Metric metric) {
    String members =
        metric.labels().entrySet().stream()
            .map(label -> JsonText.quote(label.getKey()) + ":" + JsonText.quote(label.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return Document.ofTrusted(members.getBytes(StandardCharsets.UTF_8));
  }

  private static String labelText(Metric metric) {
    return metric.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Number number(Metric metric) {
    double value = metric.value();
    return isWhole(value) ? (Number) (long) value : (Number) value;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53;
  }

  private static String inUnit(Metric metric) {
    String name = metric.name();
    if (name.contains("_bytes")) {
      return HumanNumber.bytes(metric.value());
    }
    if (name.contains("_seconds") && !name.endsWith("_count")) {
      return String.format(Locale.ROOT, "%.1f ms", metric.value() * 1e3);
    }
    return number(metric).toString();
  }
}
