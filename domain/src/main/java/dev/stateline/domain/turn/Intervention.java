package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.InvalidInputException;
import dev.stateline.domain.naming.NameRules;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A change of a state by a person. It is recorded as the last of a turn's actions, of the kind
 * {@value #KIND}: the turn's state is what the engine made of the actions before it, changed by the
 * patch. So it is hashed with the turn, and a replay applies it again.
 *
 * @param author who changed the state, 1 to 200 printable characters
 * @param reason why; 1 to 2,000 printable characters
 * @param patch a JSON Patch (RFC 6902)
 */
public record Intervention(String author, String reason, Document patch) {

  /** What no action of an engine's or an action source's own may be called. */
  public static final String KIND = "stateline/intervention";

  private static final int MAX_REASON = 2_000;

  /**
   * @throws InvalidInputException if author or reason is empty, too long or not printable;
   *     INVALID_DOCUMENT if the patch is not in canonical form
   */
  public Intervention {
    NameRules.checkLabel("author of an intervention", author);
    Objects.requireNonNull(reason, "reason");
    patch.requireCanonical("the patch of an intervention");
    long length = reason.codePoints().count();
    if (reason.isBlank()
        || length > MAX_REASON
        || !reason.codePoints().allMatch(NameRules::isPrintable)) {
      throw new InvalidInputException(
          "the reason of an intervention has 1 to " + MAX_REASON + " printable characters");
    }
  }

  /**
   * Whether the last of a turn's actions is an intervention.
   *
   * @param actions as {@link TurnLog#ofActions} writes it
   */
  public static boolean isLastOf(Document actions) {
    // Canonical, so an action ends with its kind, and a quote inside a text is escaped.
    return actions.text().endsWith(",\"kind\":\"" + KIND + "\"}]");
  }

  /** As it stands among a turn's actions. */
  public Action toAction() {
    String json = "{\"patch\":" + patch.text() + ",\"reason\":" + JsonText.quote(reason) + "}";
    return new Action(author, KIND, Document.ofTrusted(json.getBytes(StandardCharsets.UTF_8)));
  }
}
