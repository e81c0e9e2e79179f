package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Puts the actions or the outcomes of a turn into one document: a JSON array, in their order, of
 * objects with {@code actor}, {@code document} and {@code kind}. It is canonical because its parts
 * are.
 */
public final class TurnLog {

  private TurnLog() {}

  public static Document ofActions(List<Action> actions) {
    Writer writer = new Writer();
    actions.forEach(a -> writer.add(a.actor(), a.kind(), a.document()));
    return writer.finish();
  }

  public static Document ofOutcomes(List<Outcome> outcomes) {
    Writer writer = new Writer();
    outcomes.forEach(o -> writer.add(o.actor(), o.kind(), o.document()));
    return writer.finish();
  }

  /**
   * The actions of a turn, in their order.
   *
   * @param log as {@link #ofActions} wrote it
   * @throws dev.stateline.domain.error.InvalidInputException INVALID_DOCUMENT if it has another
   *     form
   */
  public static List<Action> actions(Document log) {
    return new TurnLogReader(log).actions();
  }

  /**
   * A turn's actions with one more at their end.
   *
   * @param actions as {@link #ofActions} writes it
   */
  public static Document with(Document actions, Action last) {
    String one = ofActions(List.of(last)).text();
    String all = actions.text();
    String joined =
        all.length() == 2 ? one : all.substring(0, all.length() - 1) + "," + one.substring(1);
    return Document.ofTrusted(joined.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    void add(String actor, String kind, Document document) {
      text(out.size() == 0 ? "[" : ",");
      text("{\"actor\":" + JsonText.quote(actor) + ",\"document\":");
      out.writeBytes(document.bytes());
      text(",\"kind\":" + JsonText.quote(kind) + "}");
    }

    Document finish() {
      text(out.size() == 0 ? "[]" : "]");
      return Document.ofTrusted(out.toByteArray());
    }

    private void text(String text) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
