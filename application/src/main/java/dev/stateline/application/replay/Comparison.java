package dev.stateline.application.replay;

import dev.stateline.application.replay.Mismatch.Part;
import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
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

  List<Mismatch> mismatches(ComputedTurn expected, ComputedTurn found) {
    List<Mismatch> all = new ArrayList<>();
    compare(Part.ACTIONS, expected.actions(), found.actions(), all);
    compare(Part.STATE, expected.state(), found.state(), all);
    compare(Part.OUTCOMES, expected.outcomes(), found.outcomes(), all);
    if (!expected.simulatedTime().equals(found.simulatedTime())) {
      all.add(
          new Mismatch(
              Part.TIMESTAMP,
              "",
              expected.simulatedTime().map(Comparison::text),
              found.simulatedTime().map(Comparison::text)));
    }
    return all;
  }

  /**
   * A seed that was recorded, and is not the one in force.
   *
   * @param recorded what the turn's provenance says
   */
  static Optional<Mismatch> seed(long inForce, long recorded) {
    return inForce == recorded
        ? Optional.empty()
        : Optional.of(
            new Mismatch(
                Part.SEED,
                "",
                Optional.of(text(Long.toString(recorded))),
                Optional.of(text(Long.toString(inForce)))));
  }

  static Mismatch failed(ComputationFailedException e) {
    return new Mismatch(Part.SCENARIO, "", Optional.empty(), Optional.of(text(e.getMessage())));
  }

  private void compare(Part part, Document expected, Document found, List<Mismatch> into) {
    if (expected.hash().equals(found.hash())) {
      return;
    }
    documents.differences(expected, found).stream()
        .limit(MOST_PATHS)
        .map(difference -> mismatch(part, difference, expected, found))
        .forEach(into::add);
  }

  private Mismatch mismatch(Part part, Difference difference, Document expected, Document found) {
    String path = difference.path();
    return difference.kind() == Difference.Kind.MOVED
        ? new Mismatch(part, path, documents.select(expected, path), documents.select(found, path))
        : new Mismatch(part, path, difference.before(), difference.after());
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
