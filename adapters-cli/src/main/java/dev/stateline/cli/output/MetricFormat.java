package dev.stateline.cli.output;

import java.util.Locale;
import java.util.Optional;

/** How measured numbers are printed. */
public enum MetricFormat {
  /** As {@link OutputFormat#TABLE}. */
  TABLE(OutputFormat.TABLE),
  /** As {@link OutputFormat#JSON}. */
  JSON(OutputFormat.JSON),
  /** As {@link OutputFormat#CSV}. */
  CSV(OutputFormat.CSV),
  /** As Prometheus reads them. */
  PROMETHEUS(null);

  private final OutputFormat rows;

  MetricFormat(OutputFormat rows) {
    this.rows = rows;
  }

  /** The format of the rows; empty if it has none. */
  public Optional<OutputFormat> rows() {
    return Optional.ofNullable(rows);
  }

  /** The word for it on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
