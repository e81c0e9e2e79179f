package dev.stateline.cli.output;

import dev.stateline.cli.terminal.PrintableText;
import dev.stateline.domain.document.Document;

/** A document in a cell of a table. */
public final class DocumentCell {

  private static final int WIDEST = 40;

  private DocumentCell() {}

  /** The beginning of a document's text, at most 40 characters. */
  public static String shortened(Object document) {
    return PrintableText.of(DocumentText.onOneLine((Document) document), WIDEST);
  }
}
