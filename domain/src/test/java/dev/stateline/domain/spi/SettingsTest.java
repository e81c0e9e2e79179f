package dev.stateline.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stateline.domain.error.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static PersistenceSettings settings(Map<String, String> connection, int poolSize) {
    return new PersistenceSettings(
        connection, Optional.of(new Secret("hush")), poolSize, true, false, AccessMode.READ_WRITE);
  }

  @Test
  void a_secret_is_never_printed() {
    PersistenceSettings settings = settings(Map.of(), 1);
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(settings.password()).map(Secret::reveal).contains("hush");
  }

  @Test
  void the_usual_options_are_those_of_the_program() {
    assertThat(PersistenceSettings.of(Map.of("path", "a.db"), AccessMode.READ_ONLY))
        .isEqualTo(
            new PersistenceSettings(
                Map.of("path", "a.db"), Optional.empty(), 10, true, false, AccessMode.READ_ONLY));
  }

  @Test
  void a_pool_has_at_least_one_connection() {
    assertThat(settings(Map.of(), 1).poolSize()).isEqualTo(1);
    assertThatThrownBy(() -> settings(Map.of(), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pool_size is 1 or more, not 0");
  }

  @Test
  void changing_the_map_it_was_made_of_changes_nothing() {
    Map<String, String> connection = new HashMap<>(Map.of("path", "a.db"));
    PersistenceSettings settings = settings(connection, 1);

    connection.put("path", "b.db");

    assertThat(settings.connection()).containsExactly(Map.entry("path", "a.db"));
    assertThatThrownBy(() -> settings.connection().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
