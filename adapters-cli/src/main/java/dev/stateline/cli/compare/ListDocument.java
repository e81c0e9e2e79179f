package dev.stateline.cli.compare;

import dev.stateline.application.compare.Divergence;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Intervention;
import dev.stateline.domain.turn.TurnLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON arrays for the fields of a comparison's row. */
final class ListDocument {

  private ListDocument() {}

  static Document ofAspects(Divergence divergence) {
    return of(
        divergence.differences().keySet().stream().map(DifferenceTable::word).map(JsonText::quote));
  }

  static Document ofProvenance(Divergence divergence) {
    return of(divergence.provenance().stream().map(JsonText::quote));
  }

  static Document ofInterventions(Divergence divergence) {
    List<Action> actions = divergence.interventions().stream().map(Intervention::toAction).toList();
    return TurnLog.ofActions(actions);
  }

  static Document ofDifferences(List<ComparisonReport.Row> rows) {
    return of(rows.stream().map(ListDocument::object));
  }

  /** The words of an array, with commas between them; {@code -} if it has none. */
  static String words(Object document) {
    String words = ((Document) document).text().replaceAll("[\\[\\]\"]", "").replace(",", ", ");
    return words.isEmpty() ? "-" : words;
  }

  private static String object(ComparisonReport.Row row) {
    Difference difference = row.difference();
    // In the order of a canonical document.
    return "{\"after\":"
        + value(difference.after())
        + ",\"aspect\":"
        + JsonText.quote(DifferenceTable.word(row.aspect()))
        + ",\"before\":"
        + value(difference.before())
        + ",\"change\":"
        + JsonText.quote(DifferenceTable.word(difference.kind()))
        + ",\"path\":"
        + JsonText.quote(difference.path())
        + ",\"path_before\":"
        + difference.pathBefore().map(JsonText::quote).orElse("null")
        + "}";
  }

  private static String value(Optional<Document> document) {
    return document.map(Document::text).orElse("null");
  }

  private static Document of(Stream<String> elements) {
    return Document.ofCanonical(
        elements.collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8));
  }
}
