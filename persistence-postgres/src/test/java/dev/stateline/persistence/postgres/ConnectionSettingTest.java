package dev.stateline.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stateline.domain.spi.SettingProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingTest {

  private static List<SettingProblem> problems(String schema) {
    return ConnectionSetting.check(Map.of("database", "d", "username", "u", "schema", schema));
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "_", "select", "sim_8", "Two", "pgx", "information_schema_2"})
  void a_schema_of_ones_own_is_taken(String schema) {
    assertThat(problems(schema)).isEmpty();
  }

  /** What stands in a schema of the server's own is in no dump, and nobody can read it back. */
  @ParameterizedTest
  @ValueSource(strings = {"information_schema", "pg_catalog", "pg_toast", "pg_x", "8", "a-b", ""})
  void a_schema_of_the_servers_own_or_of_other_characters_is_refused(String schema) {
    assertThat(problems(schema))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("connection.schema");
              assertThat(problem.problem()).contains("none of the server's own");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?b&c", "a/b", "a b", "%zz", "\u00e4"})
  void a_name_may_have_any_character_that_can_be_seen(String name) {
    assertThat(ConnectionSetting.check(Map.of("database", name, "username", name))).isEmpty();
  }

  @Test
  void a_name_that_is_refused_says_which_character_and_why() {
    assertThat(ConnectionSetting.check(Map.of("database", "a\nb", "username", "x".repeat(64))))
        .extracting(SettingProblem::problem)
        .containsExactlyInAnyOrder(
            "it has the character U+000A, which cannot be seen; names have none of these; give the"
                + " name of a database",
            "it has 64 bytes in UTF-8; a server keeps 63 of a name; give the name of a role");
  }
}
