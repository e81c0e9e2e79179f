package dev.stateline.codec.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A value of a YAML text. Lines and columns count from 1, columns in characters. Immutable. */
public sealed interface YamlNode {

  int line();

  int column();

  /** For messages. */
  default String place() {
    return "line " + line() + ", column " + column();
  }

  /**
   * Names with values.
   *
   * @param members in the order of the text
   */
  record Mapping(Map<String, YamlNode> members, int line, int column) implements YamlNode {
    public Mapping {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> elements, int line, int column) implements YamlNode {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /**
   * One value.
   *
   * @param text as it is written, without quotes and escapes
   */
  record Scalar(String text, Meaning meaning, int line, int column) implements YamlNode {
    public Scalar {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(meaning, "meaning");
    }

    /** Whether some reader of YAML takes it for no value at all. */
    public boolean isNull() {
      return meaning == Meaning.NULL
          || (meaning == Meaning.DISPUTED && (text.equals("~") || text.equalsIgnoreCase("null")));
    }
  }

  /** What a value is where nothing says that it is a text. */
  enum Meaning {
    /** A text: quoted, or nothing that a reader of YAML takes for something else. */
    TEXT,
    /** {@code null}, or nothing at all. */
    NULL,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** A number as JSON writes it. */
    NUMBER,
    /**
     * A text to some readers and something else to others, or a number to all and not as JSON
     * writes it: {@code 010}, {@code yes}, {@code 1_000}, {@code 2031-07-01}, {@code ~}.
     */
    DISPUTED
  }
}
