package dev.stateline.examples.world;

import static dev.stateline.examples.world.WorldRun.PROVIDER;
import static dev.stateline.examples.world.WorldRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.codec.JacksonDocumentTools;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldParametersTest {

  @Test
  void the_defaults_are_complete_and_open_the_same_scenario() {
    Document parameters = PROVIDER.open(Document.EMPTY_OBJECT).parameters();

    assertThat(PROVIDER.open(parameters).parameters()).isEqualTo(parameters);
    assertThat(parameters.text()).contains("\"start_year\":1992", "\"momentum_weight\":");
  }

  /** If this hash changes, so does the provenance of every run. */
  @Test
  void the_defaults_have_the_hash_that_receipts_are_made_of() {
    assertThat(PROVIDER.open(Document.EMPTY_OBJECT).parameters().hash().hex())
        .isEqualTo("effdbf4544ce452da1e917e11f4121337dd6d2d541235c813e56d691f81cfa16");
  }

  @Test
  void what_is_given_goes_over_the_defaults_and_the_rest_stays() {
    Document parameters =
        PROVIDER.open(json("{\"growth\":{\"frontier\":0.02},\"start_year\":1972}")).parameters();

    assertThat(at(parameters, "/growth/frontier")).isEqualTo("0.02");
    assertThat(at(parameters, "/start_year")).isEqualTo("1972");
    assertThat(at(parameters, "/growth/reach")).isEqualTo("3");
  }

  private static String at(Document document, String pointer) {
    return new JacksonDocumentTools().select(document, pointer).orElseThrow().text();
  }

  @Test
  void all_problems_are_named_at_once() {
    Document bad =
        json(
            "{\"growth\":{\"frontier\":\"fast\",\"speed\":1},\"start_year\":2023,"
                + "\"unrest\":{\"end\":2},\"war\":7,\"wars\":{}}");

    assertThatThrownBy(() -> PROVIDER.open(bad))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(
            "growth.frontier must be a number from -0.05 to 0.05, not \"fast\"",
            "growth.speed is unknown",
            "start_year must be a whole number from 1955 to 2021, not 2023",
            "war must be an object, not 7",
            "wars is unknown",
            "unrest.end must be a number from 0 to 1, not 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"start_year\":1954}",
        "{\"start_year\":1992.5}",
        "{\"start_year\":null}",
        "{\"start_year\":\"1992\"}",
        "{\"growth\":null}",
        "[1992]"
      })
  void a_parameter_that_is_none_is_refused(String parameters) {
    assertThatThrownBy(() -> PROVIDER.open(json(parameters)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> PROVIDER.backtest(json(parameters)))
        .isInstanceOf(InvalidInputException.class);
  }
}
