package dev.stateline.application.branch;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.port.DocumentTools;
import dev.stateline.domain.turn.Intervention;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interventions that changed turn 0. It has no actions that could hold them, so they stand in
 * the simulation's config, in the order in which they were made, and go with it into forks.
 */
public final class InitialInterventions {

  private static final String MEMBER = "initial_interventions";
  private static final String PLACE = "/" + MEMBER;

  private InitialInterventions() {}

  /** A config with one more of them. */
  static Document with(Document config, Intervention change, DocumentTools documents) {
    String entry =
        "{\"author\":"
            + JsonText.quote(change.author())
            + ",\"patch\":"
            + change.patch().text()
            + ",\"reason\":"
            + JsonText.quote(change.reason())
            + "}";
    boolean first = documents.select(config, PLACE).isEmpty();
    String operation =
        "[{\"op\":\"add\",\"path\":\""
            + PLACE
            + (first ? "\",\"value\":[" + entry + "]}]" : "/-\",\"value\":" + entry + "}]");
    return documents.apply(
        documents.canonicalize(operation.getBytes(StandardCharsets.UTF_8)), config);
  }

  /** Those that a config names, first to last. */
  public static List<Intervention> of(Document config, DocumentTools documents) {
    List<Intervention> all = new ArrayList<>();
    Optional<Intervention> one = at(0, config, documents);
    while (one.isPresent()) {
      all.add(one.get());
      one = at(all.size(), config, documents);
    }
    return all;
  }

  /** Empty also for what a program of its own has put there. */
  private static Optional<Intervention> at(int index, Document config, DocumentTools documents) {
    String entry = PLACE + "/" + index;
    Optional<String> author = text(config, entry + "/author", documents);
    Optional<String> reason = text(config, entry + "/reason", documents);
    Optional<Document> patch = documents.select(config, entry + "/patch");
    return author.flatMap(a -> reason.flatMap(r -> patch.map(p -> new Intervention(a, r, p))));
  }

  private static Optional<String> text(Document config, String place, DocumentTools documents) {
    return documents
        .select(config, place)
        .map(Document::text)
        .filter(json -> json.startsWith("\""))
        .map(JsonText::unquote);
  }

  /** Whether a config names one. */
  public static boolean areIn(Document config) {
    // Canonical, so a quote inside a text is escaped, and this is the member.
    return config.text().contains("\"" + MEMBER + "\":[{");
  }
}
