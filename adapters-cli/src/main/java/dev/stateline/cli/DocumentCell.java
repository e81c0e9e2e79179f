package dev.stateline.cli;

import dev.stateline.cli.output.DocumentText;
import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.domain.document.Document;

/** A document in a cell of a table. */
final class DocumentCell {

  private static final int WIDEST = 40;

  private DocumentCell() {}

  /** The beginning of its text. */
  static String shortened(Object document) {
    return PrintableText.of(DocumentText.onOneLine((Document) document), WIDEST);
  }
}
