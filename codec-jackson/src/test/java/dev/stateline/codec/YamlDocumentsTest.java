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

  private static String parsed(String yaml) {
    return YamlDocuments.parse(yaml, "p.yaml").text();
  }

  @Test
  void a_parameter_file_becomes_a_canonical_document() {
    String yaml =
        """
        # growth of the world
        world:
          turns: 10
          growth: 0.025
          nations: ["NO", "DE", sv]
          on: true
          note: |
            two
            lines
        empty:
        nothing: null
        blank: ""
        large: 1000
        tiny: 1.5e-9
        address: 127.0.0.1
        version: 1.2.3
        """;

    assertThat(parsed(yaml))
        .isEqualTo(
            "{\"address\":\"127.0.0.1\",\"blank\":\"\",\"empty\":null,\"large\":1000,"
                + "\"nothing\":null,\"tiny\":1.5e-9,\"version\":\"1.2.3\",\"world\":{"
                + "\"growth\":0.025,\"nations\":[\"NO\",\"DE\",\"sv\"],\"note\":\"two\\nlines\\n\","
                + "\"on\":true,\"turns\":10}}");
  }

  @Test
  void json_is_yaml() {
    assertThat(parsed("{\n\t\"a\": [1, -0, 2.50, 1E2, \"\\ud83d\\ude00\\/\", null, false]\n}\n"))
        .isEqualTo("{\"a\":[1,0,2.5,100,\"\ud83d\ude00/\",null,false]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "# only a comment\n", "---\n", "---\n...\n", "%YAML 1.2\n---\n"})
  void an_empty_file_is_an_empty_object(String yaml) {
    assertThat(YamlDocuments.parse(yaml, "p.yaml")).isEqualTo(Document.EMPTY_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010",
        "08",
        "05432",
        "-07",
        "0o17",
        "0x1F",
        "0b101",
        "1_000",
        "2031_07",
        "1_0.5",
        "+1",
        "+0.5",
        "1.",
        ".5",
        "-.5",
        "1.e3",
        "00",
        "01.5",
        "12:30",
        "1:2:3",
        "190:20:30.15",
        ".inf",
        "-.Inf",
        ".NaN",
        "2031-07-01",
        "2031-7-1",
        "2031-07-01T10:00:00Z",
        "2031-07-01 10:00:00.5 +02:00",
        "yes",
        "No",
        "NO",
        "on",
        "Off",
        "y",
        "N",
        "True",
        "FALSE",
        "Null",
        "~",
        "=",
        "<<"
      })
  void what_readers_of_yaml_read_in_different_ways_is_refused_unless_it_is_quoted(String value) {
    assertThatThrownBy(() -> parsed("a: 1\nb: [x, " + value + "]\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "p.yaml: readers of YAML take "
                + value
                + " for different things, at line 2, column 8; quote it if it is text, or write a"
                + " number, true, false or null as JSON does");
    assertThat(parsed("- '" + value + "'\n- \"" + value + "\"\n"))
        .isEqualTo("[\"" + value + "\",\"" + value + "\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"010", "yes", "~", "null", "true", "1", "1.50", "2031-07-01", "12:30", "0x1F"})
  void names_are_texts_as_they_are_written(String name) {
    assertThat(parsed(name + ": a\n")).isEqualTo("{\"" + name + "\":\"a\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a: 1\\nb: 2\\na: 3 | found the name \"a\" a second time at line 3, column 1; give each",
        "a: &x 1\\nb: *x | found an alias at line 2, column 4; write its value out",
        "a: {<<: {b: 1}} | found a merge key << at line 1, column 5; write its members out",
        "a: !!int \"7\" | found a tag (!) at line 1, column 4; leave it out",
        "a: !!bool \"yes\" | found a tag (!) at line 1, column 4; leave it out",
        "a: !!binary aGk= | found a tag (!) at line 1, column 4; leave it out",
        "a: !mine {b: 1} | found a tag (!) at line 1, column 4; leave it out",
        "!!str a: 1 | found a tag (!) at line 1, column 1; leave it out",
        "a: ! 7 | found a tag (!) at line 1, column 4; leave it out",
        "? [a]\\n: 1 | found a name that is no text at line 1, column 3",
        "?\\n: 1 | found a value without a name at line 1, column 2",
        "a: 9007199254740993 | would become 9007199254740992 as a double, at line 1, column 4; put"
            + " it in a string",
        "a: 5e-400 | would become 0 as a double, at line 1, column 4; put it in a string",
        "a: -0.1e-99999999999 | would become 0 as a double, at line 1, column 4; put it in",
        "a: 1.0e+400 | beyond the range of a double, at line 1, column 4; put it in a string",
        "a: 1\\n---\\nb: 2 | found a second document at line 2, column 1; give one document only",
        "a: 1\\n...\\nb: 2 | found 'b' at line 3, column 1, after the end of the document;",
        "%YAML 2.0\\n---\\na: 1 | found a text in YAML 2.0 at line 1, column 1; write %YAML 1.2",
        "%YAML 1.1\\n---\\na: 1 | found a text in YAML 1.1 at line 1, column 1; write %YAML 1.2",
        "%YAML 1.3\\n---\\na: 1 | found a text in YAML 1.3 at line 1, column 1; write %YAML 1.2",
        "a: \"\\\\ud800\" | lone surrogate",
      })
  void what_json_cannot_say_is_refused_at_its_place(String yaml, String reason) {
    assertThatThrownBy(
            () ->
                YamlDocuments.parse(yaml.replace("\\n", "\n").replace("\\\\", "\\"), "dir/p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("dir/p.yaml: ")
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
        .hasMessage("p.yaml: found what is not UTF-8 at line 2, column 4; save it as UTF-8");
    assertThatThrownBy(() -> YamlDocuments.parse("a: \ud800", "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("half of a surrogate pair");
  }

  @Test
  void a_file_that_nests_or_grows_beyond_the_limits_is_refused() {
    assertThatThrownBy(() -> YamlDocuments.parse("[".repeat(2_000), "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("p.yaml: found more than 100 levels at line 1, column 102; flatten it");
    assertThatThrownBy(() -> YamlDocuments.parse("x".repeat(3_000_001), "p.yaml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("p.yaml: found 3000001 bytes");
    assertThatThrownBy(() -> YamlDocuments.parse("a: " + "9".repeat(20_000), "p.yaml"))
        .hasMessageContaining("more than 10000 characters, at line 1, column 4");
  }
}
