package dev.stateline.benchmarks.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stateline.benchmarks.workload.WorkTurn;
import dev.stateline.domain.document.JsonText;
import dev.stateline.domain.turn.Action;
import dev.stateline.domain.turn.Outcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

/** JSON text as everybody writes it, with an object mapper as it comes. */
final class StateText {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StateText() {}

  static String of(Object state) {
    try {
      return MAPPER.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static byte[] bytesOf(Object state) {
    try {
      return MAPPER.writeValueAsBytes(state);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String actions(WorkTurn<?> turn) {
    return list(turn.actions().stream().map(StateText::action).toList());
  }

  static String outcomes(WorkTurn<?> turn) {
    return list(turn.outcomes().stream().map(StateText::outcome).toList());
  }

  private static String list(List<String> elements) {
    return elements.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static String action(Action action) {
    return deed(action.actor(), action.kind(), action.document().text());
  }

  private static String outcome(Outcome outcome) {
    return deed(outcome.actor(), outcome.kind(), outcome.document().text());
  }

  private static String deed(String actor, String kind, String document) {
    return "{\"actor\":"
        + JsonText.quote(actor)
        + ",\"kind\":"
        + JsonText.quote(kind)
        + ",\"document\":"
        + document
        + "}";
  }

  /** Does with bytes that were read what the check wants. */
  static int checked(byte[] bytes, Check check) {
    if (check == Check.SHA256 && sha256().digest(bytes).length != 32) {
      throw new IllegalStateException("SHA-256 gives 32 bytes");
    }
    return bytes.length;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
