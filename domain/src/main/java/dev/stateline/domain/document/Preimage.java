package dev.stateline.domain.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * The text that a hash of history is taken of: a flat JSON object in canonical form (RFC 8785)
 * whose {@code format} member says which kind of hash it is, so that no preimage of one kind is one
 * of another. The formats are frozen in {@code docs/reference/hashing.md}.
 */
public final class Preimage {

  private final TreeMap<String, String> members = new TreeMap<>();

  /**
   * @param format the kind and version of the hash, for example {@code stateline/chain/1}
   */
  public Preimage(String format) {
    with("format", format);
  }

  /** Adds a string member; {@code null} stands for an absent value and is written as JSON null. */
  public Preimage with(String name, String value) {
    members.put(name, value == null ? "null" : JsonText.quote(value));
    return this;
  }

  /** Adds an integer member. */
  public Preimage with(String name, int value) {
    members.put(name, Integer.toString(value));
    return this;
  }

  /** The canonical text. */
  public String text() {
    StringBuilder text = new StringBuilder(256).append('{');
    for (Map.Entry<String, String> member : members.entrySet()) {
      if (text.length() > 1) {
        text.append(',');
      }
      text.append(JsonText.quote(member.getKey())).append(':').append(member.getValue());
    }
    return text.append('}').toString();
  }

  /** The SHA-256 of the text in UTF-8. */
  public Sha256 hash() {
    return Sha256.ofUtf8(text());
  }
}
