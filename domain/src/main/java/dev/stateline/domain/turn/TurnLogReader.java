package dev.stateline.domain.turn;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a {@link TurnLog} apart. The log is canonical and its members have known names, so it is
 * enough to find where each part ends.
 */
final class TurnLogReader {

  private final String text;
  private int at;

  TurnLogReader(Document log) {
    this.text = log.text();
  }

  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    try {
      expect("[");
      while (text.charAt(at) != ']') {
        if (!actions.isEmpty()) {
          expect(",");
        }
        actions.add(action());
      }
      expect("]");
    } catch (IndexOutOfBoundsException e) {
      throw foreign();
    }
    if (at != text.length()) {
      throw foreign();
    }
    return actions;
  }

  private Action action() {
    expect("{\"actor\":");
    String actor = string();
    expect(",\"document\":");
    Document document = value();
    expect(",\"kind\":");
    String kind = string();
    expect("}");
    return new Action(actor, kind, document);
  }

  private Document value() {
    int start = at;
    int depth = 0;
    do {
      char c = text.charAt(at);
      if (c == '"') {
        skipString();
      } else {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        at++;
      }
    } while (depth > 0 || text.charAt(at) != ',');
    return Document.ofTrusted(text.substring(start, at).getBytes(StandardCharsets.UTF_8));
  }

  private String string() {
    int start = at;
    skipString();
    return JsonText.unquote(text.substring(start, at));
  }

  private void skipString() {
    expect("\"");
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void expect(String part) {
    if (!text.startsWith(part, at)) {
      throw foreign();
    }
    at += part.length();
  }

  private InvalidInputException foreign() {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT,
        "a turn's actions do not have the form in which Stateline writes them, from character "
            + at
            + " on");
  }
}
