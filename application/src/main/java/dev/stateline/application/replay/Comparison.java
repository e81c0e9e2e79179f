package dev.stateline.application.replay;

import dev.stateline.application.replay.Difference.Part;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.time.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where two computations of a turn differ: the first few places of each part. */
final class Comparison {

  /** The most places that are named in one part of a turn. */
  static final int MOST_PATHS = 10;

  private final DocumentTools documents;

  Comparison(DocumentTools documents) {
    this.documents = documents;
  }

  List<Difference> differences(ComputedTurn expected, ComputedTurn found) {
    List<Difference> all = new ArrayList<>();
    compare(Part.ACTIONS, expected.actions(), found.actions(), all);
    compare(Part.STATE, expected.state(), found.state(), all);
    compare(Part.OUTCOMES, expected.outcomes(), found.outcomes(), all);
    if (!expected.simulatedTime().equals(found.simulatedTime())) {
      all.add(
          new Difference(
              Part.TIMESTAMP,
              "",
              expected.simulatedTime().map(Comparison::text),
              found.simulatedTime().map(Comparison::text)));
    }
    return all;
  }

  static Difference failed(ComputationFailedException e) {
    return new Difference(Part.ENGINE, "", Optional.empty(), Optional.of(text(e.getMessage())));
  }

  private void compare(Part part, Document expected, Document found, List<Difference> into) {
    if (expected.hash().equals(found.hash())) {
      return;
    }
    try {
      places(part, expected, found, into);
    } catch (InvalidInputException e) {
      // It nests too deep for a patch: then the whole is the place.
      into.add(new Difference(part, "", Optional.of(expected), Optional.of(found)));
    }
  }

  /** Each operation of a patch names its place in what the operations before it have left. */
  private void places(Part part, Document expected, Document found, List<Difference> into) {
    Document patch = documents.diff(expected, found);
    Document current = expected;
    for (int i = 0; i < MOST_PATHS; i++) {
      Optional<Document> operation = documents.select(patch, "/" + i);
      if (operation.isEmpty()) {
        return;
      }
      String path = JsonText.unquote(select(operation.get(), "/path").orElseThrow().text());
      boolean isNew = "\"add\"".equals(select(operation.get(), "/op").orElseThrow().text());
      into.add(
          new Difference(
              part,
              path,
              isNew ? Optional.empty() : select(current, path),
              select(operation.get(), "/value")));
      current = documents.apply(document("[" + operation.get().text() + "]"), current);
    }
  }

  private Optional<Document> select(Document document, String pointer) {
    return documents.select(document, pointer);
  }

  private static Document text(SimulatedTime time) {
    return text(time.toString());
  }

  private static Document text(String text) {
    // An engine's message may hold what is no character.
    String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return document(JsonText.quote(clean));
  }

  private static Document document(String canonical) {
    return Document.ofCanonical(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
