package dev.stateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentsTest {

  @Test
  void a_parameter_file_becomes_a_canonical_document() {
    String yaml =
        """
        # growth of the world
        world:
          turns: 10
          growth: 0.025
          nations: [NO, "DE", sv]
          on: true
          note: |
            two
            lines
        empty:
        blank: ""
        large: 1_000
        hex: 0x1F
        tiny: 1.5e-9
        """;

    assertThat(YamlDocuments.parse(yaml, "p.yaml").text())
        .isEqualTo(
            "{\"blank\":\"\",\"empty\":null,\"hex\":31,\"large\":1000,\"tiny\":1.5e-9,\"world\":{\"growth\":0.025,"
                + "\"nations\":[\"NO\",\"DE\",\"sv\"],\"note\":\"two\\nlines\\n\",\"on\":true,"
                + "\"turns\":10}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n"})
  void an_empty_file_is_an_empty_object(String yaml) {
    assertThat(YamlDocuments.parse(yaml, "p.yaml")).isEqualTo(Document.EMPTY_OBJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a: 1\\nb: 2\\na: 3 | line 3, column | Duplicate",
        "a: &x 1\\nb: *x | line 2, column 4 | alias *x is not read, at dir/p.yaml, line 2, column 4; write its value out",
        "a: .nan | line 1, column | .nan",
        "a: -.inf | line 1, column | -.inf",
        "a: 9007199254740993 | line 1, column 4 | put it in a string",
        "a: 1.0e+400 | line 1, column 4 | beyond the range of a double",
        "a: [1, 2 | line 1, column | malformed",
        "a: 1\\n b: 2 | line 2, column | malformed",
        "a: 1\\n---\\nb: 2 | line 3, column 1 | more text after the value",
        "a: \"\\\\ud800\" | line 1, column 4 | lone surrogate",
      })
  void what_json_cannot_say_is_refused_at_its_place(String yaml, String place, String reason) {
    assertThatThrownBy(
            () ->
                YamlDocuments.parse(yaml.replace("\\n", "\n").replace("\\\\", "\\"), "dir/p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("dir/p.yaml, " + place)
        .hasMessageContaining(reason)
        .extracting(e -> ((InvalidInputException) e).code())
        .isEqualTo(ErrorCode.INVALID_DOCUMENT);
  }

  @Test
  void bytes_are_read_as_utf_8_only() {
    assertThat(YamlDocuments.parse("a: \u00e4".getBytes(StandardCharsets.UTF_8), "p.yaml").text())
        .isEqualTo("{\"a\":\"\u00e4\"}");
    assertThatThrownBy(
            () ->
                YamlDocuments.parse(
                    "b: 1\na: \u00e4".getBytes(StandardCharsets.ISO_8859_1), "p.yaml"))
        .hasMessageContaining("p.yaml is not UTF-8, at line 2, column 4");
  }

  @Test
  void a_file_that_nests_or_grows_beyond_the_limits_is_refused() {
    assertThatThrownBy(() -> YamlDocuments.parse("[".repeat(2_000), "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.yaml");
    assertThatThrownBy(() -> YamlDocuments.parse("x".repeat(3_000_001), "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.yaml has 3000001 characters");
  }
}
