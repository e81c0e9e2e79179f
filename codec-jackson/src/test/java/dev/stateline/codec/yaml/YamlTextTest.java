package dev.stateline.codec.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.codec.yaml.YamlNode.Mapping;
import dev.stateline.codec.yaml.YamlNode.Meaning;
import dev.stateline.codec.yaml.YamlNode.Scalar;
import dev.stateline.codec.yaml.YamlNode.Sequence;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

  private static YamlNode read(String yaml) {
    return YamlText.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml");
  }

  @Test
  void every_value_keeps_its_text_and_its_place() {
    assertThat(read("a: 010\nb: [1.50, 'x', ]\n"))
        .isEqualTo(
            new Mapping(
                Map.of(
                    "a",
                    new Scalar("010", Meaning.DISPUTED, 1, 4),
                    "b",
                    new Sequence(
                        List.of(
                            new Scalar("1.50", Meaning.NUMBER, 2, 5),
                            new Scalar("x", Meaning.TEXT, 2, 11)),
                        2,
                        4)),
                1,
                1));
  }

  @Test
  void nothing_is_what_some_reader_takes_for_nothing() {
    assertThat(((Sequence) read("- ~\n- null\n- Null\n-\n")).elements())
        .allMatch(value -> ((Scalar) value).isNull());
    assertThat(((Sequence) read("- '~'\n- 'null'\n- yes\n- ''\n")).elements())
        .noneMatch(value -> ((Scalar) value).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "a:\\n  b:\\n\\tc: 1 ~ found a tab at line 3, column 1; indent with spaces",
        "a: 1\\nb:\\n# c\\n# c\\n\\tx: 1 ~ found a tab at line 5, column 1; indent with spaces",
        "-\\t- a ~ found a tab at line 1, column 2; indent with spaces",
        "-\\ta: 1 ~ found a tab at line 1, column 2; indent with spaces",
        "a:\\n  b: 1\\n \\tlong_name: 2 ~ found a tab at line 3, column 2; indent with spaces",
        "\uD83D\uDE00:\\n  b: 1\\n \\tc: 2 ~ found a tab at line 3, column 2; indent with spaces",
        "a: 1\\nb: @kim ~ found '@' at line 2, column 4, which begins no text; put the text in quotes",
        "a: `x` ~ found '`' at line 1, column 4, which begins no text",
        "a: %x ~ found '%' at line 1, column 4, which begins no text",
        "a: [1, 2 ~ found the end of the file at line 1, column 9, where ',' or ']' belongs for what is open since line 1, column 4",
        "a: {b: 1] ~ found ']' at line 1, column 9, where ',' or '}' belongs",
        "a: 1\\n b: 2 ~ found ':' at line 2, column 3, which does not fit what stands before it",
        "a: b: c ~ found ':' at line 1, column 5, which does not fit",
        "a: 1\\n- b ~ found '-' at line 2, column 1, which does not fit",
        "a: - b ~ found '-' at line 1, column 4, which does not fit",
        "a: 'x' y ~ found 'y' at line 1, column 8, which does not fit",
        "a: \"x\\nb: 1 ~ found the end of the file at line 2, column 5, inside a text since line 1, column 4",
        "a: 'x\\n--- ~ found '-' at line 2, column 1, inside a text since line 1, column 4",
        "a: \"C:\\dir\" ~ found 'd' at line 1, column 8, which makes no escape",
        "a: \"\\x4\" ~ at line 1, column 7, which makes no escape",
        "a: 1\\nb\\nc: 2 ~ found no ':' after the name at line 2, column 1; write name: value",
        "a: } ~ found '}' at line 1, column 4, where YAML does not allow it",
        "a: |3x\\n b ~ found 'x' at line 1, column 6, after a '|' or '>'",
        "a: |\\n    \\n  b ~ found an empty line with more spaces than the text after it at line ",
        "a: & ~ found the end of the file at line 1, column 5, where YAML does not allow it",
        "a: !x!y 1 ~ where YAML does not allow it",
        "a: x\\u0000 ~ found the character U+0000 at line 1, column 5; take it away",
        "a: \\u0007 ~ found the character U+0007 at line 1, column 4; take it away",
        "\\ufeffa: 1 ~ found a byte order mark at line 1, column 1; save the file as UTF-8 without one",
        "\ud83d\ude00: @ ~ found '@' at line 1, column 4",
      })
  void a_fault_is_told_in_our_words_at_its_own_place(String yaml, String message) {
    String text =
        yaml.replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\u0000", "\0")
            .replace("\\u0007", "\u0007")
            .replace("\\ufeff", "\ufeff");

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("p.yaml: found ")
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("token", "<block", "scalar", "mapping", "null");
  }

  @Test
  void any_text_is_read_or_refused_with_a_place() {
    String pieces = "ab01 \n\t-:?,[]{}#&*!|>'\"%@`~<=._+\\xuU/\u00e4\u2028\r";
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder yaml = new StringBuilder();
      for (int length = random.nextInt(24); length >= 0; length--) {
        yaml.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      try {
        assertThat(read(yaml.toString())).isNotNull();
      } catch (InvalidInputException refused) {
        assertThat(refused).hasMessageMatching("(?s)p\\.yaml: found .* at line \\d+, column .*");
      }
    }
  }
}
