package dev.stateline.cli;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import java.nio.charset.StandardCharsets;

/** Printed JSON, read back. */
record Json(Document document) {

  private static final JacksonDocumentTools TOOLS = new JacksonDocumentTools();

  /** Fails unless the text is one JSON value. */
  static Json of(String text) {
    return new Json(TOOLS.canonicalize(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The canonical text of what is at a JSON Pointer, or {@code absent}. */
  String at(String pointer) {
    return TOOLS.select(document, pointer).map(Document::text).orElse("absent");
  }

  int size() {
    int size = 0;
    while (!at("/" + size).equals("absent")) {
      size++;
    }
    return size;
  }
}
