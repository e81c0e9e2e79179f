package dev.stateline.codec.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.document.Document;
import dev.stateline.domain.engine.ScenarioParameter;
import dev.stateline.domain.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioParametersTest {

  enum Weather {
    CALM,
    HIGH_WIND
  }

  record Crew(
      @Parameter(meaning = "who rows", defaultValue = "[ana, bob]") List<String> names,
      @Parameter(meaning = "strokes a minute", defaultValue = "20", min = 1, max = 60)
          int strokes) {

    Crew {
      if (names.isEmpty()) {
        throw new IllegalArgumentException("somebody must row");
      }
    }
  }

  record Ferry(
      @Parameter(meaning = "its name") String name,
      @Parameter(meaning = "metres of water", defaultValue = "80.5", min = 0) double width,
      @Parameter(meaning = "cars in all", defaultValue = "9007199254740991") long cars,
      @Parameter(meaning = "whether it runs at night", defaultValue = "false") boolean night,
      @Parameter(meaning = "the weather", defaultValue = "calm") Weather weather,
      Crew crew) {}

  private static final ScenarioParameters<Ferry> PARAMETERS =
      ScenarioParameters.of("ferry", Ferry.class);

  private static Document json(String text) {
    return Document.ofCanonical(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_not_given_takes_its_default() {
    assertThat(PARAMETERS.read(json("{\"crew\":{\"strokes\":30},\"name\":\"Charon\"}")))
        .isEqualTo(
            new Ferry(
                "Charon",
                80.5,
                9007199254740991L,
                false,
                Weather.CALM,
                new Crew(List.of("ana", "bob"), 30)));
  }

  @Test
  void what_is_written_in_full_reads_as_an_equal_record() {
    Ferry ferry = new Ferry("Charon", 3, 2, true, Weather.HIGH_WIND, new Crew(List.of("eve"), 60));
    Document written = PARAMETERS.write(ferry);

    assertThat(PARAMETERS.read(written)).isEqualTo(ferry);
    assertThat(written.text())
        .isEqualTo(
            "{\"cars\":2,\"crew\":{\"names\":[\"eve\"],\"strokes\":60},\"name\":\"Charon\","
                + "\"night\":true,\"weather\":\"high_wind\",\"width\":3}");
  }

  @Test
  void each_parameter_is_told_with_default_values_and_meaning_in_the_order_of_the_record() {
    assertThat(PARAMETERS.described())
        .extracting(
            ScenarioParameter::name,
            parameter -> parameter.defaultValue().map(Document::text).orElse("none"),
            ScenarioParameter::values,
            ScenarioParameter::meaning)
        .map(Object::toString)
        .containsExactly(
            "(\"name\", \"none\", \"text\", \"its name\")",
            "(\"width\", \"80.5\", \"a number of 0 or more\", \"metres of water\")",
            "(\"cars\", \"9007199254740991\", \"a whole number\", \"cars in all\")",
            "(\"night\", \"false\", \"true or false\", \"whether it runs at night\")",
            "(\"weather\", \"\"calm\"\", \"one of calm, high_wind\", \"the weather\")",
            "(\"crew.names\", \"[\"ana\",\"bob\"]\", \"a list, each of it text\", \"who rows\")",
            "(\"crew.strokes\", \"20\", \"a whole number from 1 to 60\", \"strokes a minute\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                              | name is missing; it has no default",
        "{`nam`:`Charon`}                | nam is unknown; did you mean name?",
        "{`name`:`Charon`,`strokes`:5}   | strokes is unknown; did you mean crew.strokes?",
        "{`crew`:{`stroke`:5}}           | crew.stroke is unknown; did you mean crew.strokes?",
        "{`colour`:`red`}                | colour is unknown (known: name, width, cars, night,",
        "{`name`:7}                      | name must be text, not 7",
        "{`name`:null}                   | name must be text, not null",
        "{`width`:-1}                    | width must be a number of 0 or more, not -1",
        "{`width`:`80`}                  | width must be a number of 0 or more, not \"80\"",
        "{`cars`:0.5}                    | cars must be a whole number, not 0.5",
        "{`cars`:1e+300}                 | cars must be a whole number, not 1.0E300",
        "{`night`:`yes`}                 | night must be true or false, not \"yes\"",
        "{`weather`:`CALM`}              | weather must be one of calm, high_wind, not \"CALM\"",
        "{`crew`:7}                      | crew must be an object, not 7",
        "{`crew`:{`names`:`ana`}}        | crew.names must be a list, each of it text, not \"ana\"",
        "{`crew`:{`names`:[1]}}          | crew.names must be a list, each of it text, not [1]",
        "{`crew`:{`names`:[]}}           | crew: somebody must row",
        "{``:1}                          | \"\" is unknown (known: name, width,",
        "[7]                             | they must be an object",
      })
  void what_cannot_be_used_is_told_by_its_place(String given, String problem) {
    assertThatThrownBy(() -> PARAMETERS.read(json(given.replace('`', '"'))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("the parameters of the scenario ferry cannot be used: ", problem);
  }

  @Test
  void a_long_value_or_name_is_cut_where_it_is_told() {
    String big = "a".repeat(5000);
    assertThatThrownBy(
            () -> PARAMETERS.read(json("{\"%s\":1,\"cars\":\"%s\"}".formatted(big, big))))
        .hasMessageContaining("not \"" + "a".repeat(100) + "...\"")
        .hasMessageContaining("a".repeat(100) + "... is unknown")
        .extracting(e -> e.getMessage().length())
        .satisfies(length -> assertThat(length).isLessThan(600));
  }

  record Sizes(@Parameter(meaning = "how large", defaultValue = "1") int größe) {}

  @Test
  void a_name_is_the_same_in_both_forms_of_unicode() {
    ScenarioParameters<Sizes> sizes = ScenarioParameters.of("sizes", Sizes.class);

    assertThat(sizes.read(json("{\"gr\u00f6\u00dfe\":3}"))).isEqualTo(new Sizes(3));
    assertThat(sizes.read(json("{\"gro\u0308\u00dfe\":3}"))).isEqualTo(new Sizes(3));
    assertThatThrownBy(() -> sizes.read(json("{\"gro\u0308\u00dfe\":3,\"gr\u00f6\u00dfe\":4}")))
        .hasMessageContaining("is given twice, in two forms of Unicode");
  }

  record Bare(int cars) {}

  record Odd(@Parameter(meaning = "where") Map<String, String> where) {}

  record OutOfRange(@Parameter(meaning = "cars", defaultValue = "7", max = 6) int cars) {}

  record NotYaml(@Parameter(meaning = "cars", defaultValue = "[7") int cars) {}

  @ParameterizedTest
  @ValueSource(classes = {Bare.class, Odd.class, OutOfRange.class, NotYaml.class})
  void a_record_that_can_be_none_of_parameters_is_refused_by_its_component(
      Class<? extends Record> type) {
    assertThatThrownBy(() -> ScenarioParameters.of("ferry", type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("the component ", " of " + type.getName());
  }
}
