package dev.stateline.persistence.sql.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {

  private static Projection of(String json) {
    return Projection.of(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_document_projects_as_its_text() {
    assertThat(of("{\"é\":[1]}").text()).isEqualTo("{\"é\":[1]}");
  }

  @Test
  void what_nests_deeper_than_a_database_reads_has_none() {
    assertThat(of("[".repeat(512) + "]".repeat(512))).isNotNull();
    assertThat(of("[".repeat(513) + "]".repeat(513))).isNull();
    assertThat(of("\"" + "[".repeat(513) + "\"")).isNotNull();
  }

  @Test
  void a_character_zero_is_seen_where_it_is_one() {
    assertThat(of("\"a\\u0000\"").holdsNul()).isTrue();
    assertThat(of("\"a\\\\\\u0000\"").holdsNul()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\\\u0000\"", "\"0000\"", "{}"})
  void and_not_where_it_is_text(String json) {
    assertThat(of(json).holdsNul()).isFalse();
  }
}
