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

  /** The patches that a config names, first to last. */
  public static List<Document> patches(Document config, DocumentTools documents) {
    List<Document> patches = new ArrayList<>();
    Optional<Document> patch = documents.select(config, PLACE + "/0/patch");
    while (patch.isPresent()) {
      patches.add(patch.get());
      patch = documents.select(config, PLACE + "/" + patches.size() + "/patch");
    }
    return patches;
  }

  /** Whether a config names one. */
  public static boolean areIn(Document config) {
    // Canonical, so a quote inside a text is escaped, and this is the member.
    return config.text().contains("\"" + MEMBER + "\":[{");
  }
}
