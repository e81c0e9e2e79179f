package dev.stateline.codec;

import dev.stateline.codec.yaml.YamlNode;
import dev.stateline.domain.document.Document;
import java.math.BigInteger;
import java.util.Map;

/** Copies one value of a YAML text to the writer. */
final class YamlCopy {

  private static final int FIRST_SIZE = 1024;

  private final String source;
  private final CanonicalWriter writer = new CanonicalWriter(FIRST_SIZE);

  /**
   * @param source what the messages call the text
   */
  YamlCopy(String source) {
    this.source = source;
  }

  Document document(YamlNode value) {
    copy(value);
    return writer.document();
  }

  private void copy(YamlNode value) {
    if (value instanceof YamlNode.Mapping mapping) {
      writer.beginObject();
      for (Map.Entry<String, YamlNode> member : mapping.members().entrySet()) {
        told(mapping, () -> writer.name(member.getKey()));
        copy(member.getValue());
      }
      writer.endObject();
    } else if (value instanceof YamlNode.Sequence sequence) {
      writer.beginArray();
      sequence.elements().forEach(this::copy);
      writer.endArray();
    } else if (value instanceof YamlNode.Scalar scalar) {
      told(scalar, () -> copy(scalar));
    }
  }

  private void told(YamlNode where, Runnable write) {
    try {
      write.run();
    } catch (Refusal refusal) {
      throw refusal.in(source, where.place());
    }
  }

  private void copy(YamlNode.Scalar scalar) {
    switch (scalar.meaning()) {
      case TEXT -> writer.string(scalar.text());
      case NULL -> writer.nullValue();
      case TRUTH -> writer.bool(scalar.text().equals("true"));
      case NUMBER -> number(scalar.text());
      case DISPUTED -> writer.refuse(disputed(scalar.text()));
    }
  }

  private void number(String text) {
    if (text.length() > JsonInput.MAX_NUMBER_LENGTH) {
      throw Refusal.of(
          "the number has more than " + JsonInput.MAX_NUMBER_LENGTH + " characters",
          "put it in a string");
    }
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      writer.literal(new BigInteger(text));
      return;
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw Refusal.ofBeyondDouble(text);
    }
    if (value == 0 && !isZero(text)) {
      throw Refusal.ofInexact(text, "0");
    }
    writer.number(value);
  }

  /** Whatever the exponent is. */
  private static boolean isZero(String number) {
    return number.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
  }

  private static Refusal disputed(String text) {
    return Refusal.of(
        "readers of YAML take " + Refusal.printable(text) + " for different things",
        "quote it if it is text, or write a number, true, false or null as JSON does");
  }
}
