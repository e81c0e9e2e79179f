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
    return PersistenceSettings.at(connection, AccessMode.READ_WRITE)
        .password(Optional.of(new Secret("hush")))
        .poolSize(poolSize)
        .build();
  }

  @Test
  void a_secret_is_never_printed() {
    PersistenceSettings settings = settings(Map.of(), 1);
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(settings.password()).map(Secret::reveal).contains("hush");
  }

  @Test
  void the_usual_options_are_those_of_the_program() {
    PersistenceSettings usual =
        PersistenceSettings.of(Map.of("path", "a.db"), AccessMode.READ_ONLY);

    assertThat(usual.connection()).containsExactly(Map.entry("path", "a.db"));
    assertThat(usual.accessMode()).isEqualTo(AccessMode.READ_ONLY);
    assertThat(usual.password()).isEmpty();
    assertThat(usual.poolSize()).isEqualTo(10);
    assertThat(usual.compressStates()).isTrue();
    assertThat(usual.queryable()).isFalse();
    assertThat(usual.cacheMegabytes()).isEqualTo(64);
  }

  @Test
  void settings_that_are_like_others_differ_only_in_what_was_said() {
    PersistenceSettings changed =
        settings(Map.of("path", "a.db"), 3)
            .but()
            .queryable(true)
            .cacheMegabytes(0)
            .compressStates(false)
            .accessMode(AccessMode.READ_ONLY)
            .build();

    assertThat(changed.connection()).containsExactly(Map.entry("path", "a.db"));
    assertThat(changed.password()).map(Secret::reveal).contains("hush");
    assertThat(changed.poolSize()).isEqualTo(3);
    assertThat(changed.queryable()).isTrue();
    assertThat(changed.but().build().cacheMegabytes()).isZero();
    assertThat(changed.compressStates()).isFalse();
    assertThat(changed.accessMode()).isEqualTo(AccessMode.READ_ONLY);
  }

  @Test
  void a_pool_has_at_least_one_connection() {
    assertThat(settings(Map.of(), 1).poolSize()).isEqualTo(1);
    assertThatThrownBy(() -> settings(Map.of(), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pool_size is 1 or more, not 0");
  }

  @Test
  void a_cache_has_no_less_than_nothing() {
    PersistenceSettings.Builder settings = PersistenceSettings.at(Map.of(), AccessMode.READ_ONLY);
    assertThatThrownBy(() -> settings.cacheMegabytes(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cache_mb is 0 or more, not -1");
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
